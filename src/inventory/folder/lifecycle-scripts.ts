import { objectsIn } from './described-source.ts';
import { textOf, type JsonObject } from './json-object.ts';
import type { FileContext } from './source.ts';

/** Of the scripts a hash, a count and what they fetch stay. */
export function scriptsOf(answer: JsonObject, { script }: FileContext): object {
  const hooks = (member: string) => (objectsIn(answer, member) ?? []).map((hook) => script(textOf(hook, 'Content')));
  return { OnCreate: hooks('OnCreate'), OnStart: hooks('OnStart') };
}

/** The same of the one script of a Studio lifecycle configuration. */
export function scriptOf(answer: JsonObject, { script }: FileContext): object {
  return { Script: script(textOf(answer, 'StudioLifecycleConfigContent')) };
}
