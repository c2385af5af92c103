using System.Reflection;
using Answerable.App;
using Answerable.App.Acts;
using Answerable.Model;

namespace Answerable.Tests.Architecture;

public sealed class ArchitectureTests
{
    private static readonly Assembly[] Production =
    [
        typeof(Outcome<>).Assembly, Assembly.Load("Answerable.Simulation"), Assembly.Load("Answerable.Analysis"),
        typeof(AnswerableApp).Assembly, Assembly.Load("Answerable.Web"),
    ];

    [Fact]
    public void No_module_knows_another_that_the_table_does_not_allow()
    {
        var broken = Production.SelectMany(Edges.Of)
            .Where(edge => !Allowed(edge.From, edge.To))
            .GroupBy(edge => $"{edge.From} -> {edge.To}", edge => edge.Where.FullName)
            .Select(edge => $"{edge.Key} (in {string.Join(", ", edge.Distinct().Take(3))})").Order().ToArray();
        Assert.True(broken.Length == 0, "Not in AllowedEdges.Table:\n" + string.Join("\n", broken));
    }

    [Fact]
    public void The_table_allows_nothing_that_is_not_used()
    {
        var used = Production.SelectMany(Edges.Of).Select(edge => (edge.From, edge.To)).ToHashSet();
        var unused = AllowedEdges.Table.SelectMany(row => row.Value.Select(to => (From: row.Key, To: to))).Where(edge => !used.Contains(edge));
        Assert.Empty(unused);
    }

    [Fact]
    public void No_modules_know_each_other_in_a_ring()
    {
        var edges = Production.SelectMany(Edges.Of)
            .Where(edge => edge.From.Contains('.', StringComparison.Ordinal) && edge.To.Contains('.', StringComparison.Ordinal)
                && edge.From.Split('.')[0] == edge.To.Split('.')[0])
            .ToLookup(edge => edge.From, edge => edge.To);
        var knots = edges.Select(row => row.Key).Where(module => Reached(module, edges).Contains(module)).Order().ToArray();
        Assert.True(knots.Length == 0, "Each of these reaches itself again through others: " + string.Join(", ", knots));
    }

    private static HashSet<string> Reached(string from, ILookup<string, string> edges)
    {
        var reached = new HashSet<string>();
        var waiting = new Queue<string>(edges[from]);
        while (waiting.TryDequeue(out var module))
            if (reached.Add(module))
                foreach (var next in edges[module])
                    waiting.Enqueue(next);
        return reached;
    }

    [Fact]
    public async Task The_document_of_the_architecture_is_drawn_from_the_table()
    {
        var page = Path.Combine(Root, "docs", "architecture.md");
        var kept = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("ANSWERABLE_WRITE_DOCUMENTS") == "1")
            await File.WriteAllTextAsync(page, kept = ArchitectureDocument.Redrawn(kept), TestContext.Current.CancellationToken);
        Assert.True(kept == ArchitectureDocument.Redrawn(kept),
            "docs/architecture.md does not say what the table allows. Draw it anew: ./do documents");
    }

    [Fact]
    public void Every_namespace_is_its_folder_and_a_drawer_of_a_module_carries_the_modules()
    {
        foreach (var folder in SourceFiles("*.cs").GroupBy(file => Path.GetDirectoryName(file)!))
        {
            var said = folder.SelectMany(file => File.ReadLines(file).Where(text => text.StartsWith("namespace ", StringComparison.Ordinal)).Take(1))
                .Distinct().ToList();
            var path = Path.GetRelativePath(Path.Combine(Root, "src"), folder.Key).Split(Path.DirectorySeparatorChar);
            var own = $"namespace {string.Join('.', path)};";
            var modules = path.Length > 2 ? $"namespace {string.Join('.', path[..^1])};" : own;
            Assert.True(said.Count < 2 && said.TrueForAll(line => line == own || line == modules), $"{folder.Key}: {string.Join(", ", said)}");
        }
    }

    [Fact]
    public void No_folder_holds_more_than_25_files_flat()
    {
        var full = SourceFiles("*.cs").Concat(SourceFiles("*.razor")).Where(file => Path.GetFileName(file) != "_Imports.razor")
            .GroupBy(file => Path.GetDirectoryName(file)!).Where(folder => folder.Count() > 25)
            .Select(folder => $"{folder.Key}: {folder.Count()}. Sort it into drawers: Acts, Readings, Rows, Rules; Pages, Parts").ToList();
        Assert.Empty(full);
    }

    [Fact]
    public void No_file_is_longer_than_the_house_allows()
    {
        var files = SourceFiles("*.cs").Concat(SourceFiles("*.razor")).Concat(SourceFiles("*.ts"))
            .Select(file => (file, Lines: File.ReadLines(file).Count(), Most: file.Contains("Answerable.Simulation", StringComparison.Ordinal) ? 400
                : 300)).ToArray();
        Assert.Empty(files.Where(entry => entry.Lines > entry.Most).Select(entry => $"{entry.file}: {entry.Lines}"));
        Assert.InRange(files.Select(entry => entry.Lines).Order().ElementAt(files.Length / 2), 1, 60);
    }

    [Fact]
    public void Every_act_and_reading_declares_the_permission_it_needs()
    {
        var undeclared = typeof(AnswerableApp).Assembly.GetTypes()
            .Where(type => type.GetInterfaces()
                .Any(role =>
                role.IsGenericType && (role.GetGenericTypeDefinition() == typeof(IAct<>) || role.GetGenericTypeDefinition() == typeof(IReading<>))))
            .Where(type => !type.IsAbstract && type.GetCustomAttribute<NeedsAttribute>() is null);
        Assert.Empty(undeclared);
    }

    [Fact]
    public void The_rules_are_pure()
    {
        string[] impure = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "System.Net.Http", "Microsoft.Data.Sqlite", "Npgsql",
            "Microsoft.Extensions.Hosting"];
        foreach (var ring in Production.Take(3))
            Assert.DoesNotContain(ring.GetReferencedAssemblies(), reference =>
                impure.Any(name => reference.Name!.StartsWith(name, StringComparison.Ordinal)));
    }

    internal static string Root { get; } = FindRoot();

    private static bool Allowed(string from, string to) =>
        !from.Contains('.', StringComparison.Ordinal) || !to.Contains('.', StringComparison.Ordinal)
        || from.Split('.')[0] != to.Split('.')[0] || Open(from) || Open(to) || Ground(to)
        || (AllowedEdges.Table.TryGetValue(from, out var allowed) && allowed.Contains(to));

    // The ground all stand on: ids, the outer rings' shared parts, and the two places that list every module.
    private static bool Open(string module) =>
        module is "Model.Ids" or "App.Storage" or "App.Acts" or "App.Work" or "Web.Shared" or "Web.CommandLine";

    // What the centre is, all may ask; it asks nobody but the journal.
    private static bool Ground(string module) => module is "Model.Centre" or "App.Centre";

    private static IEnumerable<string> SourceFiles(string pattern) => Directory
        .EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains("wwwroot", StringComparison.Ordinal)
            && !file.Contains("/obj/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Answerable.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Answerable.slnx was not found above the tests.");
    }
}
