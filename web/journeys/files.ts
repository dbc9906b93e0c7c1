import type { Locator, Page } from '@playwright/test';
import { sampleFiles } from '../src/new/sample';

/** A file as Playwright gives it to a page. */
export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function textFile(name: string, text: string | Buffer): TestFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** The sample that the page itself offers, to be dropped as any two files. */
export async function sample(): Promise<TestFile[]> {
  return Promise.all(
    sampleFiles().map(async (file) => {
      return textFile(file.name, Buffer.from(await file.arrayBuffer()));
    }),
  );
}

const HEAD = 'reference,date,amount,currency,party';

/** Two ledgers of many lines that agree but for every thousandth. */
export function manyLines(lines: number): TestFile[] {
  const side = (differs: boolean) => {
    const text = Array.from({ length: lines }, (_, at) => {
      const cents = 1000 + ((at * 7919) % 900_000) + (differs && at % 1000 === 0 ? 1 : 0);
      const amount = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      const day = String(1 + (at % 28)).padStart(2, '0');
      return `R-${100_000_000 + at * 3},2026-10-${day},${amount},EUR,Customer ${at % 977}`;
    });
    return `${HEAD}\n${text.join('\n')}\n`;
  };
  return [textFile('many_left.csv', side(false)), textFile('many_right.csv', side(true))];
}

/** Drops files from outside the browser, on the first drop zone of the page or where it is said. */
export async function drop(
  page: Page,
  files: readonly TestFile[],
  zone: Locator = page.getByText('Drop two files to compare'),
): Promise<void> {
  const inside = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      return transfer;
    },
    files.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') })),
  );
  await zone.dispatchEvent('dragover', { dataTransfer: inside });
  await zone.dispatchEvent('drop', { dataTransfer: inside });
}
