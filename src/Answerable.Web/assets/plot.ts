// Plots on canvas: no inline style, no outside request. The table beside each holds the same data.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

interface Plot {
  kind: "line" | "bar";
  unit: string;
  fromZero?: boolean;
  categories: string[];
  series: Series[];
  // What happened: an upright line at a category. The page says the same in words below.
  marks?: { at: number; words: string }[];
}

interface Series {
  name: string;
  values: (number | null)[];
  // The interval a value lies in, drawn as a band behind its line.
  low?: (number | null)[];
  high?: (number | null)[];
  // Holds until the next value, as people at work do.
  step?: boolean;
}

// Okabe and Ito's set, safe for the colour-blind, in one fixed order; yellow and black give way to what shows on either ground.
const light = ["#0072b2", "#d55e00", "#007a5a", "#a8487d", "#7a5195", "#8a6d00", "#2a7fa8", "#5b5b5b"];
const dark = ["#56b4e9", "#e69f00", "#2fc39a", "#e08fc0", "#b39ddb", "#f0e442", "#8ad2f5", "#c0c0c0"];
const dashes = ["solid", "dashed", "dotted"] as const;
const symbols = ["circle", "rect", "triangle", "diamond", "roundRect", "pin", "arrow", "circle"];

const isDark = (): boolean => document.documentElement.getAttribute("data-bs-theme") === "dark";
const still = matchMedia("(prefers-reduced-motion: reduce)");

const colours = (): string[] => isDark() ? dark : light;

// Two lines stacked without ink, the space between them tinted.
function bands(series: Series, place: number): object[] {
  const { low, high } = series;
  if (!low || !high) return [];
  const bare = { type: "line", stack: `band-${place}`, symbol: "none", silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false }, z: 1 };
  const width = high.map((top, at) => top === null || low[at] === null ? null : top - low[at]!);
  return [
    { ...bare, name: `${series.name}, low`, data: low },
    { ...bare, name: `${series.name}, high`, data: width, areaStyle: { opacity: 0.22, color: colours()[place % light.length] } },
  ];
}

// Words run up along their line, so that marks close to each other stay legible and none is cut off at the side.
function marked(plot: Plot, ink: string): object {
  return plot.marks?.length ? {
    markLine: {
      silent: true, symbol: ["none", "none"], lineStyle: { color: ink, type: "dashed", width: 1 },
      label: { position: "insideEndTop", color: ink, formatter: "{b}", width: 190, overflow: "truncate" },
      data: plot.marks.map(mark => ({ name: mark.words, xAxis: mark.at })),
    },
  } : {};
}

function option(plot: Plot): echarts.EChartsCoreOption {
  const ink = isDark() ? "#d5dbe3" : "#2b3440";
  const rule = isDark() ? "#3a4554" : "#d9dee5";
  const words = (value: unknown): string => typeof value === "number"
    ? `${value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 2 })} ${plot.unit}` : "no figure";
  return {
    animation: !still.matches,
    color: colours(),
    textStyle: { color: ink, fontFamily: "system-ui, sans-serif" },
    grid: { left: 8, right: 16, top: plot.series.length > 1 ? 56 : 32, bottom: 8, containLabel: true },
    legend: plot.series.length > 1 ? { type: "scroll", top: 0, textStyle: { color: ink }, data: plot.series.map(series => series.name) } : undefined,
    tooltip: {
      trigger: "axis", renderMode: "richText", valueFormatter: words, confine: true,
      backgroundColor: isDark() ? "#1d2733" : "#ffffff", borderColor: rule, textStyle: { color: ink },
    },
    xAxis: { type: "category", data: plot.categories, axisLine: { lineStyle: { color: ink } }, axisLabel: { color: ink, hideOverlap: true } },
    yAxis: {
      type: "value", name: plot.unit, nameTextStyle: { color: ink, align: "left" }, axisLabel: { color: ink },
      splitLine: { lineStyle: { color: rule } },
      scale: plot.kind === "line" && !plot.fromZero,
    },
    series: plot.series.flatMap((series, place) => plot.kind === "bar"
      ? [{ type: "bar", name: series.name, data: series.values, barMaxWidth: 36 }]
      : [...bands(series, place), {
          type: "line", name: series.name, data: series.values, connectNulls: false, symbol: symbols[place % symbols.length], symbolSize: 6,
          step: series.step ? "end" : false, color: colours()[place % light.length], z: 3,
          ...(place === 0 ? marked(plot, ink) : {}), showSymbol: !series.step && plot.categories.length <= 100,
          lineStyle: { width: 2, type: dashes[Math.floor(place / 3) % dashes.length] },
        }]),
  };
}

// Parts of a page that were replaced take their plots with them.
const drawn = new Map<HTMLElement, () => void>();

function draw(area: HTMLElement): void {
  const data = area.parentElement?.querySelector('script[type="application/json"]')?.textContent;
  if (!data || drawn.has(area)) return;
  const plot = JSON.parse(data) as Plot;
  const chart = echarts.init(area, null, { renderer: "canvas" });
  const show = (): void => chart.setOption(option(plot), true);
  show();
  const size = new ResizeObserver(() => chart.resize());
  const theme = new MutationObserver(show);
  size.observe(area);
  theme.observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
  drawn.set(area, () => { size.disconnect(); theme.disconnect(); chart.dispose(); });
}

function drawAll(): void {
  for (const [area, clear] of drawn)
    if (!area.isConnected) {
      clear();
      drawn.delete(area);
    }
  document.querySelectorAll<HTMLElement>('[data-island="plot"]').forEach(draw);
}

drawAll();
document.addEventListener("htmx:afterSettle", drawAll);
