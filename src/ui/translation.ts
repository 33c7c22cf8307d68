/**
 * Browser translation removes or moves the page's text nodes and puts `<font>` elements in their place. React
 * does not know this: it would update a text that is no longer visible, and fail when removing one. Once a first
 * `<font>` appears, this module keeps the two in step; a page that is not translated is not affected.
 */

/** For each removed text node, the node that took its place. */
const standIns = new WeakMap<Node, ChildNode>();

/** The node that represents `child` among the children of `parent`; `null` if there is none. */
function standInOf(parent: Node, child: Node): Node | null {
  let found: Node | null = child;
  // The node may have been moved into one or more nested elements.
  while (found !== null && found.parentNode !== parent) found = found.parentNode;
  if (found !== null) return found;
  const other = standIns.get(child);
  return other?.parentNode === parent ? other : null;
}

function guardTree(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with the node they are for
  const { insertBefore, removeChild } = Node.prototype;
  Node.prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    const found = standInOf(this, child);
    if (found !== null) removeChild.call(this, found);
    return child;
  };
  Node.prototype.insertBefore = function <T extends Node>(
    this: Node,
    child: T,
    before: Node | null,
  ): T {
    insertBefore.call(this, child, before === null ? null : standInOf(this, before));
    return child;
  };
}

const isFont = (node: Node | null | undefined): node is HTMLElement =>
  node instanceof HTMLElement && node.localName === 'font';

/** Starts observing the page. */
export function keepUpWithTranslation(): void {
  let guarded = false;
  // A removed text node that React changes is put back, and is then translated again.
  const texts = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const standIn = standIns.get(target);
      if (standIn === undefined || target.parentNode !== null) continue;
      standIns.delete(target);
      if (standIn.parentNode !== null) standIn.replaceWith(target);
    }
  });
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
      const font = [...addedNodes, previousSibling, nextSibling].find(isFont);
      if (font === undefined) continue;
      if (!guarded) {
        guarded = true;
        guardTree();
      }
      for (const removed of removedNodes) {
        if (!(removed instanceof Text) || removed.parentNode !== null) continue;
        standIns.set(removed, font);
        texts.observe(removed, { characterData: true });
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
}
