/**
 * A text as JSON.
 *
 * Own keys named `__proto__` are dropped: AWS has no such field, and code that copies a row must not be turned by one.
 *
 * @throws SyntaxError
 */
export function plainJson(text: string): unknown {
  return /__proto__|\\u005[fF]/.test(text)
    ? JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value))
    : JSON.parse(text);
}
