/** The manifest, as far as Excel's window shows it. */
export interface AddinManifest {
  name: string;
  namespace: string;
  /** Addresses on this server. */
  taskpane: string;
  functions: string;
  group: string;
  buttons: RibbonButton[];
  /** An address that the add-in was built with, on this server. */
  local(url: string): string;
}

export interface RibbonButton {
  id: string;
  label: string;
  description: string;
  icon: string;
  action: { kind: 'showTaskpane' } | { kind: 'executeFunction'; name: string };
}

export function readManifest(xml: string): AddinManifest {
  const manifest = new DOMParser().parseFromString(xml, 'application/xml');
  const all = (scope: Element | Document, name: string) => [...scope.getElementsByTagNameNS('*', name)];
  const first = (scope: Element | Document, name: string) => {
    const [element] = all(scope, name);
    if (!element) throw new Error(`manifest.xml has no ${name}`);
    return element;
  };
  const resources = new Map(
    ['Image', 'Url', 'String']
      .flatMap((kind) => all(manifest, kind))
      .map((resource) => [resource.getAttribute('id'), resource.getAttribute('DefaultValue') ?? '']),
  );
  const resource = (element: Element) => {
    const value = resources.get(element.getAttribute('resid'));
    if (value === undefined) throw new Error(`manifest.xml has no resource ${element.getAttribute('resid')}`);
    return value;
  };
  const taskpane = first(first(manifest, 'DefaultSettings'), 'SourceLocation').getAttribute('DefaultValue') ?? '';
  const base = new URL('.', taskpane).href;
  const local = (url: string) => (url.startsWith(base) ? `/addin/${url.slice(base.length)}` : url);

  const functions = all(manifest, 'ExtensionPoint').find(
    (point) => point.getAttribute('xsi:type') === 'CustomFunctions',
  );
  const surface = all(manifest, 'ExtensionPoint').find(
    (point) => point.getAttribute('xsi:type') === 'PrimaryCommandSurface',
  );
  if (!functions || !surface) throw new Error('manifest.xml has no custom functions or no ribbon');
  const group = first(surface, 'Group');
  return {
    name: first(manifest, 'DisplayName').getAttribute('DefaultValue') ?? '',
    namespace: resource(first(functions, 'Namespace')),
    taskpane: local(taskpane),
    functions: local(resource(first(first(functions, 'Metadata'), 'SourceLocation'))),
    group: resource(first(group, 'Label')),
    local,
    buttons: all(group, 'Control').map((control) => {
      const action = first(control, 'Action');
      const images = all(control, 'Image').sort(
        (a, b) => Number(a.getAttribute('size')) - Number(b.getAttribute('size')),
      );
      return {
        id: control.getAttribute('id') ?? '',
        label: resource(first(control, 'Label')),
        description: resource(first(first(control, 'Supertip'), 'Description')),
        icon: local(resource(images.find((image) => image.getAttribute('size') === '32') ?? images[0])),
        action:
          action.getAttribute('xsi:type') === 'ShowTaskpane'
            ? { kind: 'showTaskpane' }
            : { kind: 'executeFunction', name: first(action, 'FunctionName').textContent?.trim() ?? '' },
      };
    }),
  };
}
