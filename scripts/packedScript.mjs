/**
 * Compresses the program in the single-file build: gzip in base64 as a data block, and a short script that
 * unpacks and runs it. The file is a third as large; nothing else about the page changes.
 */
import { gzipSync } from 'node:zlib';

const MODULE = /<script type="module"[^>]*>(?<code>[\s\S]+?)<\/script>/;

/** The source of the script that unpacks. A failure reaches the page's error listener like any other error. */
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
 * The page with its inline module script compressed. The policy must allow both the original script and
 * the one that unpacks it.
 * @throws if the page has no inline module script
 */
export function packScript(html) {
  const found = MODULE.exec(html);
  if (found === null) throw new Error('no inline module script to pack');
  const packed = gzipSync(found.groups.code, { level: 9 }).toString('base64');
  // At the end of the body, because the script looks for elements of the page.
  const scripts = `<script type="text/plain" id="packed">${packed}</script><script>${UNPACK}</script>`;
  return html.replace(found[0], '').replace('</body>', () => `${scripts}</body>`);
}
