/** Rules of accounts that pages also have to say. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;
export const SESSION_DAYS = 7;
export const RESET_LINK_MINUTES = 60;
export const INVITATION_DAYS = 7;
