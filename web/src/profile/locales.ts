type Option = readonly [value: string, label: string];

const LOCALES = [
  ['en-GB', 'en-US', 'en-IE', 'en-IN', 'de-DE', 'de-AT', 'de-CH', 'fr-FR', 'fr-CH', 'fr-CA'],
  ['es-ES', 'es-MX', 'it-IT', 'pt-PT', 'pt-BR', 'nl-NL', 'da-DK', 'sv-SE', 'nb-NO', 'fi-FI'],
  ['pl-PL', 'cs-CZ', 'tr-TR', 'ja-JP', 'zh-CN', 'ar-EG'],
].flat();

const DAY = new Date(Date.UTC(2026, 11, 31));

/** Each with an example, because what matters of a locale is how it writes. */
export function localeOptions(current: string): Option[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const all = LOCALES.includes(current) ? LOCALES : [current, ...LOCALES];
  return all.map((locale) => {
    const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(12345.6);
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return [locale, `${names.of(locale) ?? locale}: ${number} · ${day.format(DAY)}`];
  });
}
