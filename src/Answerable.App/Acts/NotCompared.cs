namespace Answerable.App.Acts;

/// <summary>What <c>journal verify</c> holds against nothing, said plainly: each table is compared or named here.</summary>
/// <param name="What">As it reads in a list.</param>
/// <param name="Because">Why, as it reads behind "because".</param>
/// <param name="Rows">The tables, by their rows; none where it is a part of a table that is compared otherwise.</param>
internal sealed record NotCompared(string What, string Because, params Type[] Rows);
