import { appId } from '../app-id.ts';
import { appShape, type App } from '../sections/apps.ts';
import { listOf, type ListSource } from './source.ts';

const list = listOf<App>('Apps', appShape, 'DomainId', 'AppType', 'AppName');

/** Apps of Studio: their names are unique only together with whose they are, a user's or a space's. */
export const appList: ListSource & { readonly row?: App } = {
  ...list,
  read: (answer, file) => list.read(answer, file)?.map((told) => ({ ...told, id: appId(told.value) })),
};
