import { getDocumentProxy } from 'unpdf';
import { pageLines, type TextRun } from './page-lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** Bounds of what is read of a PDF. */
export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly maxPages: number;
  /** UTF-16 code units. */
  readonly maxText: number;
}

/** What came of a PDF. */
export type PdfText =
  | { readonly kind: 'text'; readonly paragraphs: readonly string[]; readonly pages: number }
  | { readonly kind: 'locked' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged'; readonly detail: string };

/** Options of PDF.js: nothing is compiled from the file, and neither fonts nor character maps are looked for anywhere. */
const OPTIONS = {
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  verbosity: 0,
} as const;

/** Reads the text of a PDF, in a thread that can be ended from outside: no file can be trusted to be read in reasonable time. */
export default async function readPdfText({ bytes, maxPages, maxText }: PdfTask): Promise<PdfText> {
  try {
    const pdf = await getDocumentProxy(bytes, OPTIONS);
    if (pdf.numPages > maxPages) return { kind: 'too-large' };
    const pages: (readonly TextRun[])[] = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const runs = items.flatMap((item) => ('str' in item ? [asRun(item)] : []));
      for (const { text } of runs) length += text.length;
      if (length > maxText) return { kind: 'too-large' };
      pages.push(runs);
      page.cleanup();
    }
    const paragraphs = paragraphsOf(withoutRunningHeads(pages.map(pageLines)));
    return { kind: 'text', paragraphs, pages: pdf.numPages };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // PDF.js names its errors; whatever it stumbles over in a file is damage.
    return error.name === 'PasswordException' ? { kind: 'locked' } : { kind: 'damaged', detail: error.message };
  }
}

function asRun({
  str,
  transform,
  width,
}: {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}): TextRun {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform.map(Number);
  return { text: str, x, y, width, size: Math.hypot(c, d) || Math.hypot(a, b) };
}
