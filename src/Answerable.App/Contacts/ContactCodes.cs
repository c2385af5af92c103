using Answerable.App.Storage;
using Answerable.Model.Contacts;
using Answerable.Model.Journal;

namespace Answerable.App.Contacts;

/// <summary>The codes in a contact's facts as people know them, looked up once for all of its lines.</summary>
internal sealed class ContactCodes
{
    private readonly Dictionary<(ProcedureId, int, string), string> _endings = [];
    private readonly Dictionary<ProcedureId, string> _procedures = [];
    private IReadOnlyDictionary<string, string> _types = new Dictionary<string, string>();

    /// <param name="type">The code the contact itself bears.</param>
    public static async Task<ContactCodes> OfAsync(
        IReadOnlyList<Fact> facts, string? type, IContactNames names, AnswerableDb db, CancellationToken stop)
    {
        var codes = new ContactCodes();
        codes._types = await names.TypesAsync([.. facts.Select(TypeIn).Append(type).OfType<string>().Distinct()], db, stop);
        ContactGuided? guided = null;
        foreach (var fact in facts)
        {
            guided = fact as ContactGuided ?? guided;
            if (fact is ContactGuided by && await names.ProcedureAsync(by.Procedure, db, stop) is { } procedure)
                codes._procedures[by.Procedure] = procedure;
            if (fact is ContactResolved resolved && guided is not null
                && await names.EndingAsync(guided.Procedure, guided.Version, resolved.Ending, db, stop) is { } ending)
                codes._endings[(guided.Procedure, guided.Version, resolved.Ending)] = ending;
        }
        return codes;
    }

    /// <summary>The name of a contact type; its code where it has none here.</summary>
    public string Type(string code) => _types.GetValueOrDefault(code, code);

    public string Procedure(ProcedureId procedure) => _procedures.TryGetValue(procedure, out var name) ? $"'{name}'" : "a procedure";

    /// <summary>How it ended in the words of the version that guided it; what was recorded where none did.</summary>
    public string Ending(ContactGuided? guided, string ending) =>
        guided is null ? ending : _endings.GetValueOrDefault((guided.Procedure, guided.Version, ending), ending);

    private static string? TypeIn(Fact fact) => fact switch
    {
        ContactArrived arrived => arrived.Type,
        ContactTyped typed => typed.Type,
        _ => null,
    };
}
