/** The pane's pages, in the order of their buttons. A new page is an entry here and a file with its view. */
import { ForecastPage } from './forecast/forecast-page';
import { onDemand } from './on-demand';
import type { PanePages } from './pane-page';

const always = () => true;

export const PAGES: PanePages = [
  { name: 'Forecast', isAvailable: always, View: ForecastPage },
  {
    name: 'Inputs',
    isAvailable: (stage) => stage === 'workbook',
    View: onDemand(() =>
      import(/* webpackChunkName: "inputs" */ './inputs/inputs-page').then((file) => file.InputsPage),
    ),
  },
  {
    name: 'Refresh',
    isAvailable: (stage) => stage === 'workbook',
    View: onDemand(() =>
      import(/* webpackChunkName: "refresh" */ './refresh/refresh-page').then((file) => file.RefreshPage),
    ),
  },
  {
    name: 'What-if',
    isAvailable: (stage) => stage === 'workbook',
    View: onDemand(() =>
      import(/* webpackChunkName: "what-if" */ './what-if/what-if-page').then((file) => file.WhatIfPage),
    ),
  },
  {
    name: 'Contracts',
    isAvailable: (stage) => stage === 'workbook',
    View: onDemand(() =>
      import(/* webpackChunkName: "contracts-page" */ './contracts/contracts-page').then((file) => file.ContractsPage),
    ),
  },
  {
    name: 'Rates',
    isAvailable: always,
    View: onDemand(() => import(/* webpackChunkName: "rates" */ './rates/rates-page').then((file) => file.RatesPage)),
  },
  {
    name: 'Share',
    // What a workbook lacks to be whole is added there, too.
    isAvailable: (stage) => stage === 'workbook' || stage === 'unfinished',
    View: onDemand(() => import(/* webpackChunkName: "share" */ './share/share-page').then((file) => file.SharePage)),
  },
];
