using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Answerable.App.Storage;

/// <summary>
/// A question that every step of every contact asks: it is put into SQL once for each database, for to work that out anew takes longer than the
/// answer. It says itself that its rows are not followed, for it does not know how the context that asks it is set.
/// </summary>
/// <param name="put">Puts it, by <c>EF.CompileAsyncQuery</c>.</param>
internal sealed class Question<TAsk>(Func<TAsk> put) where TAsk : Delegate
{
    // By model, and no longer than that one lives: a process that opens several databases, as the tests do, has several.
    private readonly ConditionalWeakTable<IModel, TAsk> _put = [];

    public TAsk To(AnswerableDb db) => _put.GetValue(db.Model, _ => put());
}
