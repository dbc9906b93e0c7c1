import { crc32 } from 'node:zlib';
import type { TestFile } from './files';

/** One payment, in the ledger and at the bank. */
export interface Payment {
  readonly reference: string;
  readonly day: string;
  readonly cents: number;
}

const OPENING = 100_000;

export function payments(count: number): Payment[] {
  return Array.from({ length: count }, (_, at) => ({
    reference: `INV-${String(((at + 1) * 7919) % 999_983).padStart(6, '0')}`,
    day: `2026-03-${String(1 + (at % 28)).padStart(2, '0')}`,
    cents: 1000 + (at + 1) * 613,
  }));
}

function decimal(cents: number): string {
  return (cents / 100).toFixed(2);
}

function balance(code: string, cents: number): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>
<Amt Ccy="EUR">${decimal(cents)}</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-31</Dt></Dt></Bal>`;
}

function entry({ reference, day, cents }: Payment): string {
  return `<Ntry><Amt Ccy="EUR">${decimal(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>
<NtryDtls><TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs>
<RmtInf><Ustrd>Invoice ${reference}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
}

function statement(number: number, entries: readonly Payment[], opening: number, closing: number) {
  return `<Stmt><Id>S-${number}</Id><ElctrncSeqNb>${number}</ElctrncSeqNb>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', opening)}
${balance('CLBD', closing)}
${entries.map(entry).join('\n')}
</Stmt>`;
}

/** Two statements of one account (camt.053); the last closing balance is `missing` cents off. */
export function camt(name: string, all: readonly Payment[], missing = 0): TestFile {
  const half = Math.ceil(all.length / 2);
  const sum = (some: readonly Payment[]) => some.reduce((cents, each) => cents + each.cents, 0);
  const between = OPENING + sum(all.slice(0, half));
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>M-1</MsgId><CreDtTm>2026-03-31T18:00:00</CreDtTm></GrpHdr>
${statement(3, all.slice(0, half), OPENING, between)}
${statement(4, all.slice(half), between, OPENING + sum(all) + missing)}
</BkToCstmrStmt></Document>`;
  return { name, mimeType: 'application/xml', buffer: Buffer.from(text) };
}

/** A workbook with a sheet of payments for each name. */
export function workbook(name: string, sheets: Record<string, readonly Payment[]>): TestFile {
  const names = Object.keys(sheets);
  const parts: [string, string][] = Object.values(sheets).map((rows, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    sheet(rows),
  ]);
  const listed = names.map(
    (each, at) => `<sheet name="${each}" sheetId="${at + 1}" r:id="r${at}"/>`,
  );
  const linked = names.map(
    (_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  parts.push(
    ['xl/workbook.xml', `<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${linked.join('')}</Relationships>`],
  );
  return { name, mimeType: 'application/octet-stream', buffer: zip(parts) };
}

function sheet(rows: readonly Payment[]): string {
  const text = (value: string) => `<c t="str"><v>${value}</v></c>`;
  const head = ['Reference', 'Booked', 'Amount', 'Currency'].map(text).join('');
  const lines = rows.map(
    ({ reference, day, cents }) =>
      `<row>${text(reference)}${text(day)}<c><v>${decimal(cents)}</v></c>${text('EUR')}</row>`,
  );
  return `<worksheet><sheetData><row>${head}</row>${lines.join('')}</sheetData></worksheet>`;
}

/** An archive of texts. */
export function archive(
  name: string,
  members: readonly (readonly [name: string, text: string])[],
): TestFile {
  return { name, mimeType: 'application/zip', buffer: zip(members) };
}

/** Payments as the lines of a ledger. */
export function ledgerText(rows: readonly Payment[]): string {
  const lines = rows.map((row) => `${row.reference},${row.day},${decimal(row.cents)},EUR`);
  return `${['Reference,Booked,Amount,Currency', ...lines].join('\n')}\n`;
}

/** A ZIP archive without compression (APPNOTE 6.3.10). */
function zip(members: readonly (readonly [name: string, text: string])[]): Buffer {
  const bodies: Buffer[] = [];
  const listed: Buffer[] = [];
  let place = 0;
  for (const [name, text] of members) {
    const [label, content] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(label.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(place, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, label, content]);
    listed.push(Buffer.from('PK\x01\x02\x14\x00'), common, rest, label);
    bodies.push(body);
    place += body.length;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...bodies, list, end]);
}
