using System.Runtime.CompilerServices;

namespace Answerable.Simulation.Streams;

/// <summary>
/// Exponential and normal draws by the ziggurat of 256 layers (Marsaglia and Tsang 2000), with layer and abscissa taken from
/// disjoint bits of one word (Doornik 2005). Exact to the rounding of doubles; 98.9 % of draws cost one word, one multiplication and one comparison.
/// </summary>
internal static class Ziggurat
{
    private const int Layers = 256;
    private const double ExponentialEdge = 7.69711747013104972;
    private const double ExponentialArea = 0.0039496598225815571993;
    private const double NormalEdge = 3.6541528853610088;
    private const double NormalArea = 0.00492867323399;

    private static readonly double[] ExponentialX = Edges(ExponentialEdge, ExponentialArea, x => Math.Exp(-x), y => -Math.Log(y));
    private static readonly double[] NormalX = Edges(NormalEdge, NormalArea, x => Math.Exp(-0.5 * x * x), y => Math.Sqrt(-2 * Math.Log(y)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exponential(RandomStream stream)
    {
        var bits = stream.NextBits();
        var layer = (int)(bits & (Layers - 1));
        var x = (bits >> 11) * (1.0 / (1UL << 53)) * ExponentialX[layer];
        return x < ExponentialX[layer + 1] ? x : ExponentialOutside(stream, layer, x);
    }

    public static double Normal(RandomStream stream)
    {
        while (true)
        {
            var bits = stream.NextBits();
            var layer = (int)(bits & (Layers - 1));
            var x = (bits >> 11) * (1.0 / (1UL << 53)) * NormalX[layer];
            if (x >= NormalX[layer + 1])
            {
                if (layer == 0)
                    x = NormalTail(stream);
                else if (!UnderCurve(stream, Bell(NormalX[layer]), Bell(NormalX[layer + 1]), Bell(x)))
                    continue;
            }
            return (bits & Layers) == 0 ? x : -x;
        }
    }

    private static double Bell(double x) => Math.Exp(-0.5 * x * x);

    // The tail of an exponential is the same exponential again.
    private static double ExponentialOutside(RandomStream stream, int layer, double x)
    {
        var start = 0.0;
        while (true)
        {
            if (layer == 0)
                start += ExponentialEdge;
            else if (UnderCurve(stream, Math.Exp(-ExponentialX[layer]), Math.Exp(-ExponentialX[layer + 1]), Math.Exp(-x)))
                return start + x;
            var bits = stream.NextBits();
            layer = (int)(bits & (Layers - 1));
            x = (bits >> 11) * (1.0 / (1UL << 53)) * ExponentialX[layer];
            if (x < ExponentialX[layer + 1])
                return start + x;
        }
    }

    private static bool UnderCurve(RandomStream stream, double low, double high, double curve) =>
        low + stream.NextUniform() * (high - low) < curve;

    // Marsaglia 1964.
    private static double NormalTail(RandomStream stream)
    {
        while (true)
        {
            var x = -Math.Log(stream.NextOpen()) / NormalEdge;
            var y = -Math.Log(stream.NextOpen());
            if (y + y >= x * x)
                return NormalEdge + x;
        }
    }

    private static double[] Edges(double edge, double area, Func<double, double> density, Func<double, double> inverse)
    {
        var x = new double[Layers + 1];
        x[0] = area / density(edge);
        x[1] = edge;
        for (var i = 2; i < Layers; i++)
            x[i] = inverse(density(x[i - 1]) + area / x[i - 1]);
        return x;
    }
}
