import type { NumberText } from '../../i18n/format.ts';

/** A number inside an SVG `<text>`; its exponent is raised, and the baseline restored after it. */
export function SvgNumber({ text }: { readonly text: NumberText }) {
  if (text.exponent === null) return text.base;
  return (
    <>
      {text.base}
      <tspan dy="-0.5em" fontSize="78%">
        {text.exponent}
      </tspan>
      {/* A zero-width space moves the baseline back down. */}
      <tspan dy="0.39em">{'\u200B'}</tspan>
    </>
  );
}

export function HtmlNumber({ text }: { readonly text: NumberText }) {
  return (
    <bdi dir="ltr">
      {text.base}
      {text.exponent !== null && <sup>{text.exponent}</sup>}
    </bdi>
  );
}
