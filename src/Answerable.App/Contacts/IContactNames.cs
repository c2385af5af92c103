using Answerable.App.Storage;

namespace Answerable.App.Contacts;

/// <summary>By what names people know what the facts of contacts write as codes. Whoever keeps the names says them; contacts know none.</summary>
internal interface IContactNames
{
    /// <summary>The names of contact types by their codes; a code that is no type of this centre has none.</summary>
    Task<IReadOnlyDictionary<string, string>> TypesAsync(IReadOnlyCollection<string> codes, AnswerableDb db, CancellationToken stop);

    /// <summary>The names of all contact types of this centre by their codes.</summary>
    Task<IReadOnlyDictionary<string, string>> AllTypesAsync(AnswerableDb db, CancellationToken stop);

    /// <summary>What a procedure is called.</summary>
    Task<string?> ProcedureAsync(ProcedureId procedure, AnswerableDb db, CancellationToken stop);

    /// <summary>What an ending of a version says of itself.</summary>
    Task<string?> EndingAsync(ProcedureId procedure, int version, string ending, AnswerableDb db, CancellationToken stop);
}
