namespace Answerable.App.Work;

/// <summary>Thrown by a performer whose work cannot be done now and may be later: the sentence stands with the work until it is.</summary>
internal sealed class TryAgainException(string why) : Exception(why);
