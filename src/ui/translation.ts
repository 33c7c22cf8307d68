/**
 * The browser's own translation takes the page's texts out of it, or moves them, and puts `<font>` elements in their
 * place. React does not know: it would write into a text that nobody sees, and fail where it takes one away. Once
 * a first `<font>` appears, this keeps the two in step; a page that is not translated is left alone.
 */

/** What stands where a text stood that is no longer in the page. */
const standIns = new WeakMap<Node, ChildNode>();

/** What stands for `child` among the children of `parent`; `null` where nothing does. */
function standInOf(parent: Node, child: Node): Node | null {
  let found: Node | null = child;
  // Moved into an element, or into several one inside the other.
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

/** Watches the page from now on. */
export function keepUpWithTranslation(): void {
  let guarded = false;
  // A text that React changes while it is out of the page comes back, and is translated again.
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
