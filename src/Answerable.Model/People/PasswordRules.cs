namespace Answerable.Model.People;

/// <summary>Long rather than fiddly: length is what makes a password hard to guess.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;

    /// <summary>So many guesses, as a power of ten, it must take at least.</summary>
    private const double Guesses = 8;

    /// <summary>The password of all who are invented: it stands in the guide, and opens nothing that is real.</summary>
    public const string OfDemo = "fenwick-and-vale-demo";

    /// <param name="name">The person's, whom others may know.</param>
    public static List<Refusal> Check(string password, string again, string email = "", string name = "", string field = "Password")
    {
        var refusals = new List<Refusal>();
        if (password.Length < Shortest)
            refusals.Add(new Refusal("password.short", $"Use at least {Shortest} characters. Three or four unrelated words do well.", field));
        else if (password.Distinct().Count() < 5)
            refusals.Add(new Refusal("password.monotonous", "Use more different characters.", field));
        if (email.Length > 0 && password.Contains(email.Split('@')[0], StringComparison.OrdinalIgnoreCase))
            refusals.Add(new Refusal("password.name", "Leave your own name out of it.", field));
        if (refusals.Count == 0 && GuessedSoon.Of(password, Own(email, name)) < Guesses)
            refusals.Add(new Refusal("password.guessed", "That would be guessed soon: it is made of what many choose, of names, repeats or runs. "
                + "Three or four unrelated words do well.", field));
        if (password.Equals(OfDemo, StringComparison.OrdinalIgnoreCase))
            refusals.Add(new Refusal("password.demo", "That is the password of every demo centre, and no secret. Choose another.", field));
        if (password != again)
            refusals.Add(new Refusal("password.differs", "The two are not the same. Type both again.", "Again"));
        return refusals;
    }

    private static string[] Own(string email, string name) =>
        $"{email} {name} answerable contact centre".Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries);
}
