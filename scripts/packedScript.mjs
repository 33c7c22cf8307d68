/**
 * In one file, the program travels compressed: a data block of gzip in base64, and a few lines that
 * unpack it and run it. A third of the bytes to mail, and nothing else about the page changes.
 */
import { gzipSync } from 'node:zlib';

const MODULE = /<script type="module"[^>]*>(?<code>[\s\S]+?)<\/script>/;

/** Runs in the page, as text. A failure is seen by the page's own listener, as any script's is. */
const UNPACK = `(async function () {
  var packed = document.getElementById('packed');
  var bytes = Uint8Array.from(atob(packed.textContent), function (letter) { return letter.charCodeAt(0); });
  packed.remove();
  var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  var script = document.createElement('script');
  script.type = 'module';
  script.textContent = await new Response(stream).text();
  document.head.append(script);
})();`;

/**
 * The page with its inline module script packed. The policy must allow both the script as it was and
 * the one that unpacks it.
 * @throws where the page has no inline module script
 */
export function packScript(html) {
  const found = MODULE.exec(html);
  if (found === null) throw new Error('no inline module script to pack');
  const packed = gzipSync(found.groups.code, { level: 9 }).toString('base64');
  // The body comes first: what runs looks for elements of it.
  const scripts = `<script type="text/plain" id="packed">${packed}</script><script>${UNPACK}</script>`;
  return html.replace(found[0], '').replace('</body>', () => `${scripts}</body>`);
}
