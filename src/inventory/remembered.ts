interface Node<T> {
  readonly next: WeakMap<object, Node<T>>;
  made?: { readonly value: T };
}

/**
 * A memory for what is made from objects that never change, such as the facts of an inventory: the same objects in the same order give what they
 * gave before. It keeps none of them alive, and forgets with them what was made.
 */
export class Remembered<T> {
  readonly #root: Node<T> = { next: new WeakMap() };

  /** What was made of these objects, or is made of them now. */
  of(objects: readonly object[], make: () => T): T {
    let node = this.#root;
    for (const object of objects) {
      let next = node.next.get(object);
      if (next === undefined) node.next.set(object, (next = { next: new WeakMap() }));
      node = next;
    }
    return (node.made ??= { value: make() }).value;
  }
}
