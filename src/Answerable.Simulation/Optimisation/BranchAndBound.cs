namespace Answerable.Simulation.Optimisation;

/// <summary>What a search for whole numbers found.</summary>
/// <param name="Values">The best assignment; null where none was found.</param>
/// <param name="Cost">Its cost; infinite where none was found.</param>
/// <param name="Bound">No assignment costs less. Infinite where none exists.</param>
/// <param name="RelaxedCost">The least cost if fractions would do.</param>
/// <param name="Nodes">The programs solved on the way.</param>
public sealed record WholeSolution(IReadOnlyList<double>? Values, double Cost, double Bound, double RelaxedCost, int Nodes)
{
    /// <summary>Whether the cost is proven the least.</summary>
    public bool IsProven => Values is not null && Cost <= Bound;

    /// <summary>Whether it is proven that no assignment exists.</summary>
    public bool IsInfeasible => Values is null && double.IsPositiveInfinity(Bound);
}

/// <summary>The least-cost whole-number solution of a linear program, by branch and bound over <see cref="BoundedSimplex"/>.</summary>
/// <remarks>
/// Source: A. H. Land, A. G. Doig (1960). The node of the least bound is taken next, the deepest among equals, and followed down
/// until it is solved or cut off. Bounds are lifted to the next cost a plan can have (<see cref="ObjectiveStep"/>), which often ends the search
/// with the first good plan; cuts (<see cref="GomoryCuts"/>) raise them before the first branch. Deterministic. Exponential at worst, hence the limit
/// on nodes: a search that meets it returns
/// its best plan with a valid bound.
/// </remarks>
public sealed class BranchAndBound
{
    private const double WholeWithin = 1e-6;

    private readonly LinearProgram program;
    private readonly int mostNodes;
    private readonly double step;
    private readonly PriorityQueue<Node, (double Bound, int Height)> open = new();
    private double[]? best;
    private double bestCost = double.PositiveInfinity;
    private double unsettled = double.PositiveInfinity;
    private int nodes;

    private BranchAndBound(LinearProgram program, int mostNodes) =>
        (this.program, this.mostNodes, step) = (program, mostNodes, ObjectiveStep.Of(program));

    /// <summary>A program to solve: its parent's, with one variable's bounds tightened.</summary>
    private sealed record Node(Node? Parent, int Variable, double Lower, double Upper, double Bound, int Depth);

    /// <summary>Searches until the best plan is proven, the nodes are used up, or it is cancelled.</summary>
    /// <param name="program">The program; at least one variable whole, or it is simply solved.</param>
    /// <param name="mostNodes">The most programs to solve.</param>
    /// <param name="cancellation">Stops the search; what was found so far is returned.</param>
    public static WholeSolution Solve(LinearProgram program, int mostNodes = 200_000, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new BranchAndBound(program, mostNodes).Search(cancellation);
    }

    private WholeSolution Search(CancellationToken cancellation)
    {
        nodes = 1;
        var relaxed = new BoundedSimplex(program);
        if (relaxed.Solve() is var end && end != SimplexEnd.Optimal)
            return Nothing(end);
        var root = new BoundedSimplex(GomoryCuts.Tightened(program));
        if (root.Solve() != SimplexEnd.Optimal)
            root = relaxed;
        Dive(root.Copy(), new Node(null, -1, 0, 0, Lifted(root.LowestCost), 0), cancellation);
        while (open.TryPeek(out var node, out _) && Improves(node.Bound) && !IsOver(cancellation))
        {
            open.Dequeue();
            var simplex = root.Copy();
            Tighten(simplex, node);
            if (IsSolved(ref simplex, node))
                Dive(simplex, node with { Bound = Math.Max(node.Bound, Lifted(simplex.LowestCost)) }, cancellation);
        }
        return new WholeSolution(best, bestCost, Bound(), relaxed.Cost, nodes);
    }

    private WholeSolution Nothing(SimplexEnd end)
    {
        var bound = end == SimplexEnd.Infeasible ? double.PositiveInfinity : double.NegativeInfinity;
        return new WholeSolution(null, double.PositiveInfinity, bound, bound, nodes);
    }

    /// <summary>The least bound of what was left open or could not be settled; the best cost where nothing was that could better it.</summary>
    private double Bound()
    {
        var left = open.TryPeek(out var node, out _) ? Math.Min(node.Bound, unsettled) : unsettled;
        return Improves(left) ? left : bestCost;
    }

    private bool IsOver(CancellationToken cancellation) => nodes >= mostNodes || cancellation.IsCancellationRequested;

    /// <summary>Follows a solved node down, leaving its siblings open, until its values are whole or it can no longer improve.</summary>
    private void Dive(BoundedSimplex simplex, Node node, CancellationToken cancellation)
    {
        while (Improves(node.Bound))
        {
            var variable = MostFractional(simplex);
            if (variable < 0)
            {
                Keep(simplex, node);
                return;
            }
            var (near, far) = Children(node, variable, simplex);
            open.Enqueue(far, (far.Bound, -far.Depth));
            if (IsOver(cancellation))
            {
                open.Enqueue(near, (near.Bound, -near.Depth));
                return;
            }
            simplex.Bound(variable, near.Lower, near.Upper);
            if (!IsSolved(ref simplex, near))
                return;
            node = near with { Bound = Math.Max(near.Bound, Lifted(simplex.LowestCost)) };
        }
    }

    /// <summary>
    /// Whether a node has a relaxed optimum. One that does not settle is tried again on the program without cuts; if that does not settle
    /// either, its bound is kept from being forgotten.
    /// </summary>
    private bool IsSolved(ref BoundedSimplex simplex, Node node)
    {
        nodes++;
        var end = simplex.Solve();
        if (end == SimplexEnd.Unsettled)
        {
            simplex = new BoundedSimplex(program);
            Tighten(simplex, node);
            end = simplex.Solve();
        }
        if (end == SimplexEnd.Unsettled)
            unsettled = Math.Min(unsettled, node.Bound);
        return end == SimplexEnd.Optimal;
    }

    private bool Improves(double bound) => best is null || bound < bestCost - 1e-9 * Math.Max(1, Math.Abs(bestCost));

    /// <summary>The least cost of a plan that is not below a relaxed cost.</summary>
    private double Lifted(double cost) => step == 0 ? cost : Math.Ceiling(cost / step - 1e-6) * step;

    private int MostFractional(BoundedSimplex simplex)
    {
        var (chosen, furthest) = (-1, WholeWithin);
        for (var variable = 0; variable < program.Variables.Count; variable++)
        {
            if (!program.Variables[variable].IsWhole)
                continue;
            var off = Math.Abs(simplex[variable] - Math.Round(simplex[variable]));
            if (off > furthest)
                (chosen, furthest) = (variable, off);
        }
        return chosen;
    }

    private void Keep(BoundedSimplex simplex, Node node)
    {
        double[] values = [.. simplex.Values.Select((value, variable) => program.Variables[variable].IsWhole ? Math.Round(value) : value)];
        var cost = program.Cost(values);
        if (!program.Holds(values))
            unsettled = Math.Min(unsettled, node.Bound);
        else if (cost < bestCost)
            (best, bestCost) = (values, cost);
    }

    /// <summary>The two sides of a fractional value, the nearer one first.</summary>
    private (Node Near, Node Far) Children(Node node, int variable, BoundedSimplex simplex)
    {
        var (least, most) = BoundsOf(node, variable);
        var value = simplex[variable];
        var down = new Node(node, variable, least, Math.Floor(value), node.Bound, node.Depth + 1);
        var up = new Node(node, variable, Math.Ceiling(value), most, node.Bound, node.Depth + 1);
        return value - Math.Floor(value) < 0.5 ? (down, up) : (up, down);
    }

    private (double Lower, double Upper) BoundsOf(Node node, int variable)
    {
        for (var at = node; at is not null; at = at.Parent)
            if (at.Variable == variable)
                return (at.Lower, at.Upper);
        return (program.Variables[variable].Lower, program.Variables[variable].Upper);
    }

    /// <summary>Puts every bound of a node and its ancestors on; the deepest for each variable is the tightest.</summary>
    private static void Tighten(BoundedSimplex simplex, Node node)
    {
        HashSet<int> done = [];
        for (var at = node; at is { Variable: >= 0 }; at = at.Parent)
            if (done.Add(at.Variable))
                simplex.Bound(at.Variable, at.Lower, at.Upper);
    }
}
