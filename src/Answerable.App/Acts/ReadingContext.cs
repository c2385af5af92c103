using Answerable.App.Storage;
using Answerable.Model.People;

namespace Answerable.App.Acts;

/// <summary>What a reading works with: rows it may not change, the hour and who asks.</summary>
internal sealed record ReadingContext(AnswerableDb Db, Actor Who, DateTimeOffset Now);
