import type { BilanContent } from './documents/bilan/content';
import { printBilan } from './documents/bilan/draw';
import { writeBilan } from './documents/bilan/write';
import { pdfResponse } from './pdf-response';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A bilan as a file: a PDF to be read, or a document that a word processor opens. */
export async function bilanResponse(content: BilanContent, format: 'pdf' | 'docx'): Promise<Response> {
	if (format === 'pdf') return pdfResponse(await printBilan(content), content.title);
	return new Response(await writeBilan(content), {
		headers: {
			'content-type': DOCX,
			'content-disposition': 'attachment; filename="bilan.docx"',
			'cache-control': 'private, no-store'
		}
	});
}
