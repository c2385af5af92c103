namespace Answerable.Model.People;

/// <summary>Long rather than fiddly: length is what makes a password hard to guess.</summary>
public static class PasswordRules
{
    public const int Shortest = 12;

    public static List<Refusal> Check(string password, string again, string email = "", string field = "Password")
    {
        var refusals = new List<Refusal>();
        if (password.Length < Shortest)
            refusals.Add(new Refusal("password.short", $"Use at least {Shortest} characters. Three or four unrelated words do well.", field));
        else if (password.Distinct().Count() < 5)
            refusals.Add(new Refusal("password.monotonous", "Use more different characters.", field));
        if (email.Length > 0 && password.Contains(email.Split('@')[0], StringComparison.OrdinalIgnoreCase))
            refusals.Add(new Refusal("password.name", "Leave your own name out of it.", field));
        if (password != again)
            refusals.Add(new Refusal("password.differs", "The two are not the same. Type both again.", "Again"));
        return refusals;
    }
}
