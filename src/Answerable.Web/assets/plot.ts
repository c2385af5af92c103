// Plots on canvas: no inline style, no outside request. The table beside each holds the same data.
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

interface Plot {
  kind: "line" | "bar";
  unit: string;
  categories: string[];
  series: { name: string; values: (number | null)[] }[];
}

// Okabe and Ito's set, safe for the colour-blind, in one fixed order; yellow and black give way to what shows on either ground.
const light = ["#0072b2", "#d55e00", "#007a5a", "#a8487d", "#7a5195", "#8a6d00", "#2a7fa8", "#5b5b5b"];
const dark = ["#56b4e9", "#e69f00", "#2fc39a", "#e08fc0", "#b39ddb", "#f0e442", "#8ad2f5", "#c0c0c0"];
const dashes = ["solid", "dashed", "dotted"] as const;
const symbols = ["circle", "rect", "triangle", "diamond", "roundRect", "pin", "arrow", "circle"];

const isDark = (): boolean => document.documentElement.getAttribute("data-bs-theme") === "dark";
const still = matchMedia("(prefers-reduced-motion: reduce)");

function option(plot: Plot): echarts.EChartsCoreOption {
  const ink = isDark() ? "#d5dbe3" : "#2b3440";
  const rule = isDark() ? "#3a4554" : "#d9dee5";
  const words = (value: unknown): string => typeof value === "number"
    ? `${value.toLocaleString("en-GB", { maximumFractionDigits: 2 })} ${plot.unit}` : "no figure";
  return {
    animation: !still.matches,
    color: isDark() ? dark : light,
    textStyle: { color: ink, fontFamily: "system-ui, sans-serif" },
    grid: { left: 8, right: 16, top: plot.series.length > 1 ? 56 : 32, bottom: 8, containLabel: true },
    legend: plot.series.length > 1 ? { type: "scroll", top: 0, textStyle: { color: ink } } : undefined,
    tooltip: {
      trigger: "axis", renderMode: "richText", valueFormatter: words, confine: true,
      backgroundColor: isDark() ? "#1d2733" : "#ffffff", borderColor: rule, textStyle: { color: ink },
    },
    xAxis: { type: "category", data: plot.categories, axisLine: { lineStyle: { color: ink } }, axisLabel: { color: ink, hideOverlap: true } },
    yAxis: {
      type: "value", name: plot.unit, nameTextStyle: { color: ink, align: "left" }, axisLabel: { color: ink }, splitLine: { lineStyle: { color: rule } },
      scale: plot.kind === "line",
    },
    series: plot.series.map((series, place) => plot.kind === "bar"
      ? { type: "bar", name: series.name, data: series.values, barMaxWidth: 36 }
      : {
          type: "line", name: series.name, data: series.values, connectNulls: false, symbol: symbols[place % symbols.length], symbolSize: 6,
          showSymbol: plot.categories.length <= 100, lineStyle: { width: 2, type: dashes[Math.floor(place / 3) % dashes.length] },
        }),
  };
}

function draw(area: HTMLElement): void {
  const data = area.parentElement?.querySelector('script[type="application/json"]')?.textContent;
  if (!data || area.dataset.drawn) return;
  area.dataset.drawn = "yes";
  const plot = JSON.parse(data) as Plot;
  const chart = echarts.init(area, null, { renderer: "canvas" });
  const show = (): void => chart.setOption(option(plot), true);
  show();
  new ResizeObserver(() => chart.resize()).observe(area);
  new MutationObserver(show).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
}

const drawAll = (): void => document.querySelectorAll<HTMLElement>('[data-island="plot"]').forEach(draw);
drawAll();
document.addEventListener("htmx:afterSettle", drawAll);
