import { makeStaticStyles } from '@fluentui/react-components';

/** While something marked `data-print-alone` is on the page, only that is printed. */
export const usePrintAlone = makeStaticStyles({
  '@media print': {
    'body:has([data-print-alone]) #root': { display: 'none' },
    '[data-print-alone] button, [data-print-alone] .fui-Checkbox': { display: 'none' },
  },
});
