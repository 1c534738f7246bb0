export { aubenasLike } from './aubenas-like';
export { fourDays2018 } from './four-days';
export { hauteSavoie2018 } from './haute-savoie-2018';
export { outOfCharter } from './out-of-charter';
