import { encode } from 'uqr';

interface QrPictureProps {
  readonly text: string;
  readonly label: string;
}

/** SVG path of a QR code, with the quiet zone of four modules that readers need; `null` if the text is too long. */
export function qrPath(text: string): { readonly size: number; readonly d: string } | null {
  try {
    const { size, data } = encode(text, { ecc: 'L', border: 4 });
    const d = data.flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${x},${y}h1v1h-1z`] : [])),
    );
    return { size, d: d.join('') };
  } catch {
    return null;
  }
}

export function QrPicture({ text, label }: QrPictureProps) {
  const path = qrPath(text);
  if (path === null) return null;
  return (
    <svg
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing has no file
      role="img"
      aria-label={label}
      viewBox={`0 0 ${path.size} ${path.size}`}
      shapeRendering="crispEdges"
      data-qr
    >
      <rect width={path.size} height={path.size} fill="#ffffff" />
      <path d={path.d} fill="#000000" />
    </svg>
  );
}
