import type { ImportKind } from './rules';

const lines: Record<ImportKind, string[]> = {
  people: [
    'name,email,title,role,school',
    'Maria Lopez,maria.lopez@example.org,Principal,school lead,00123',
    'John Smith,john.smith@example.org,Teacher,school member,00123',
    '"Okafor, Ada",ada.okafor@example.org,Data coordinator,district member,',
  ],
  schools: [
    'code,name,level,grades,pupils,disadvantaged_pupils,city,status',
    '00123,Lincoln Elementary,elementary,K-5,412,198,Springfield,open',
    '00124,Washington Middle School,middle,6-8,655,301,Springfield,open',
  ],
};

/** A file to fill in: with its mark, so that spreadsheets see the UTF-8. */
export const sampleOf = (kind: ImportKind): string => `\ufeff${lines[kind].join('\r\n')}\r\n`;

export function downloadSample(kind: ImportKind, fileName: string): void {
  const address = URL.createObjectURL(new Blob([sampleOf(kind)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
