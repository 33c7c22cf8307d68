/** Embeds the page's fonts in a picture: only the files whose letters occur in it. */

/** Whether a `unicode-range` such as `U+0600-06FF,U+200C` covers any of these code points. */
export function covers(unicodeRange: string, points: ReadonlySet<number>): boolean {
  if (unicodeRange === '') return true;
  const ranges = unicodeRange.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return [...points].some((point) => ranges.some(([from, to]) => point >= from && point <= to));
}

async function dataUrl(address: string): Promise<string> {
  if (address.startsWith('data:')) return address;
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      typeof reader.result === 'string'
        ? resolve(reader.result)
        : reject(new Error('a font gave no data URL')),
    );
    reader.addEventListener('error', () => reject(new Error('a font could not be read')));
    reader.readAsDataURL(blob);
  });
}

function fontFaces(): readonly CSSFontFaceRule[] {
  return Array.from(document.styleSheets)
    .flatMap((sheet) => Array.from(sheet.cssRules))
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule);
}

/** The `@font-face` rules for the letters of `text` in this family; a font that fails to load is left out. */
export async function embeddedFonts(text: string, family: string): Promise<string> {
  // On a Persian page, spaces and digits come from the Persian font file, ASCII letters from the Latin one.
  const points = new Set(Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
  const rules = await Promise.all(
    fontFaces().map(async (rule) => {
      const name = rule.style.getPropertyValue('font-family').replaceAll(/["']/g, '');
      const range = rule.style.getPropertyValue('unicode-range');
      if (!family.includes(name) || !covers(range, points)) return '';
      const source = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
      if (source === undefined) return '';
      const base = rule.parentStyleSheet?.href ?? document.baseURI;
      try {
        const file = await dataUrl(
          source.startsWith('data:') ? source : new URL(source, base).href,
        );
        const weight = rule.style.getPropertyValue('font-weight');
        return `@font-face{font-family:'${name}';font-weight:${weight};unicode-range:${range};src:url(${file}) format('woff2')}`;
      } catch {
        return '';
      }
    }),
  );
  return rules.join('\n');
}
