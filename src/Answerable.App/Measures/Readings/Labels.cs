using Answerable.Analysis.Measures;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Model.Journal;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.Measures;

/// <summary>How the values of dimensions are shown: teams and people by name, the rest as they are kept.</summary>
internal sealed class Labels
{
    public static readonly Labels None = new();
    private const string Unknown = "Not known";
    private readonly Dictionary<(Dimension, string), string> _labels = [];
    private readonly Dictionary<string, string> _procedures = [];

    public static async Task<Labels> ReadAsync(AnswerableDb db, CancellationToken stop)
    {
        var labels = new Labels();
        foreach (var team in await db.Set<TeamRow>().AsNoTracking().Select(row => new { row.Id, row.Name }).ToListAsync(stop))
            labels._labels[(Dimension.Team, team.Id.ToString())] = team.Name;
        foreach (var person in await db.Set<PersonRow>().AsNoTracking().Select(row => new { row.Id, row.Name }).ToListAsync(stop))
            labels._labels[(Dimension.Agent, person.Id.ToString())] = person.Name;
        await labels.NameTypesAsync(db, stop);
        return labels;
    }

    public string Of(Dimension dimension, string key) => key.Length == 0 ? Unknown
        : _labels.TryGetValue((dimension, key), out var label) ? label
        : dimension switch
        {
            Dimension.Kind => KindWords(ByName.Kept<FactKind>(key)),
            Dimension.Role => ByName.Kept<Role>(key).Words(),
            Dimension.Agent when key[0] == '=' => key[1..],
            Dimension.Version when key.Split('/') is [var procedure, var version] =>
                $"{_procedures.GetValueOrDefault(procedure, "A procedure")}, version {version}",
            _ => key,
        };

    /// <summary>The key behind what is shown; what is shown itself where it stands for nothing else.</summary>
    public string KeyOf(Dimension dimension, string label)
    {
        foreach (var ((known, key), shown) in _labels)
            if (known == dimension && string.Equals(shown, label, StringComparison.OrdinalIgnoreCase))
                return key;
        return dimension == Dimension.Agent ? $"={label}" : label;
    }

    private async Task NameTypesAsync(AnswerableDb db, CancellationToken stop)
    {
        var types = await db.Set<ContactTypeRow>().AsNoTracking().Select(row => new { row.Id, row.Code, row.Name }).ToListAsync(stop);
        foreach (var type in types)
            _labels[(Dimension.Type, type.Code)] = type.Name;
        foreach (var procedure in await db.Set<ProcedureRow>().AsNoTracking().Select(row => new { row.Id, row.ContactType }).ToListAsync(stop))
            _procedures[procedure.Id.ToString()] = types.Find(type => type.Id == procedure.ContactType)?.Name ?? "A procedure";
    }

    private static string KindWords(FactKind kind) => kind switch
    {
        FactKind.Live => "Live",
        FactKind.Imported => "Imported",
        FactKind.Trial => "Trial",
        FactKind.Drill => "Drill",
        FactKind.Simulated => "Simulated",
        FactKind.Demo => "Demo",
    };
}
