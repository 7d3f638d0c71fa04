/** A page that the first screen does not need, so that the first screen does not wait for it. */
import { lazy, type ComponentType } from 'react';
import { Notice } from './notice';
import { PageBody } from './page';
import type { PageProps } from './pane-page';

const Unreachable = () => (
  <PageBody>
    <Notice intent="error" title="This page could not be loaded.">
      Close the pane and open it again.
    </Notice>
  </PageBody>
);

export const onDemand = (load: () => Promise<ComponentType<PageProps>>): ComponentType<PageProps> =>
  lazy(async () => ({ default: await load().catch((): ComponentType<PageProps> => Unreachable) }));
