namespace Answerable.Simulation.Numerics;

/// <summary>Adaptive integration by the 7- and 15-point Gauss-Kronrod pair.</summary>
/// <remarks>
/// Source: nodes and weights of QUADPACK's qk15 (Piessens, de Doncker-Kapenga, Überhuber, Kahaner, 1983).
/// A panel is halved until its two rules agree, or until it is too narrow for doubles to tell its ends apart,
/// so it always ends: at most 2^<see cref="Depth"/> panels, in practice tens.
/// </remarks>
public static class Quadrature
{
    private const int Depth = 40;

    private static readonly double[] Nodes =
    [
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
        0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691693013, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0.0,
    ];

    private static readonly double[] Kronrod =
    [
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
        0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
    ];

    private static readonly double[] Gauss =
    [
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
        0.381830050505118944950369775488975, 0.417959183673469387755102040816327,
    ];

    /// <summary>∫ <paramref name="integrand"/> over the panels between neighbouring <paramref name="edges"/> (ascending).</summary>
    /// <param name="integrand">A function that is finite on every panel.</param>
    /// <param name="edges">Put an edge wherever the function jumps, bends or peaks.</param>
    /// <param name="relative">The error wanted, relative to the sum of absolute panel values.</param>
    public static double Integrate(Func<double, double> integrand, ReadOnlySpan<double> edges, double relative = 1e-13)
    {
        ArgumentNullException.ThrowIfNull(integrand);
        var panels = new (double Value, double Error)[Math.Max(0, edges.Length - 1)];
        double scale = 0, sum = 0;
        for (var i = 0; i < panels.Length; i++)
        {
            panels[i] = Panel(integrand, edges[i], edges[i + 1]);
            scale += Math.Abs(panels[i].Value);
        }
        for (var i = 0; i < panels.Length; i++)
            sum += Refined(integrand, edges[i], edges[i + 1], panels[i], relative * scale, Depth);
        return sum;
    }

    private static double Refined(
        Func<double, double> integrand, double from, double to, (double Value, double Error) panel, double tolerance, int depth)
    {
        var middle = 0.5 * (from + to);
        if (panel.Error <= Math.Max(tolerance, 1e-15 * Math.Abs(panel.Value)) || depth == 0 || middle <= from || middle >= to)
            return panel.Value;
        return Refined(integrand, from, middle, Panel(integrand, from, middle), tolerance, depth - 1)
            + Refined(integrand, middle, to, Panel(integrand, middle, to), tolerance, depth - 1);
    }

    /// <summary>One panel by both rules. The error follows QUADPACK: (200·|K - G|)^1.5, which a smooth function falls well under.</summary>
    private static (double Value, double Error) Panel(Func<double, double> integrand, double from, double to)
    {
        var centre = 0.5 * (from + to);
        var half = 0.5 * (to - from);
        var middle = integrand(centre);
        double kronrod = Kronrod[7] * middle, gauss = Gauss[3] * middle, absolute = Kronrod[7] * Math.Abs(middle);
        for (var i = 0; i < 7; i++)
        {
            double below = integrand(centre - half * Nodes[i]), above = integrand(centre + half * Nodes[i]);
            kronrod += Kronrod[i] * (below + above);
            absolute += Kronrod[i] * (Math.Abs(below) + Math.Abs(above));
            if (i % 2 == 1)
                gauss += Gauss[i / 2] * (below + above);
        }
        var gap = absolute == 0 ? 0 : Math.Abs(kronrod - gauss) / absolute;
        return (kronrod * half, absolute * half * Math.Min(1, Math.Pow(200 * gap, 1.5)));
    }
}
