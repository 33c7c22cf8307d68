/**
 * React DOM makes five errors while it is loaded, which it throws and recognizes by identity; nobody reads them. For the
 * stack trace of the first one V8 parses the whole of React DOM again: 14 of the 25 ms that evaluating the page's
 * scripts took at 3 GHz. The built page has objects without a trace in their place.
 */
import type { Plugin } from 'vite';

const FILE = 'react-dom-client.production.js';
const MADE = /(?<name>\w+Exception) = Error\((?<message>formatProdErrorMessage\(\d+\))\)/g;

export function tracelessReact(): Plugin {
  return {
    name: 'traceless-react',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith(FILE)) return null;
      const lighter = code.replaceAll(MADE, '$<name> = { message: $<message> }');
      // Another version of React may have to be read again.
      if (lighter === code) throw new Error(`${FILE} makes no such errors`);
      return { code: lighter, map: null };
    },
  };
}
