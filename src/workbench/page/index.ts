import { createGrid } from '../grid/univer-grid';
import { openPage } from './open-page';
import './page.css';

openPage(createGrid);
