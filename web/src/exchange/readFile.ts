import { decode, type Encoding, isWorkbook, mostCharacters } from './decode';

export interface Source {
  fileName: string;
  text: string;
  /** Null: pasted. */
  encoding: Encoding | null;
}

export type Unreadable = 'workbook' | 'large' | 'empty' | 'broken';

export type ReadFile = { source: Source } | { problem: Unreadable };

/** Reads a chosen file here in the browser; nothing leaves the device yet. */
export async function readFile(file: File): Promise<ReadFile> {
  // Two bytes a character at most, in what we decode.
  if (file.size > 2 * mostCharacters) return { problem: 'large' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { problem: 'broken' };
  }
  if (isWorkbook(bytes)) return { problem: 'workbook' };
  const { text, encoding } = decode(bytes);
  return checked({ fileName: file.name.slice(-255), text, encoding });
}

export function checked(source: Source): ReadFile {
  if (!source.text.trim()) return { problem: 'empty' };
  if (source.text.length > mostCharacters) return { problem: 'large' };
  return { source };
}
