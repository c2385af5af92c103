using System.Text.RegularExpressions;

namespace Answerable.Tests.Architecture;

/// <summary>
/// A field, a table or a form written by hand has no label, no refusal or no token as soon as somebody forgets it. So a page writes none:
/// the parts in Web/Shared do.
/// </summary>
public sealed partial class PagesFromPartsTests
{
    private static readonly string Web = Path.Combine(ArchitectureTests.Root, "src", "Answerable.Web");

    [Fact]
    public void No_page_writes_a_field_a_table_or_a_form_by_hand()
    {
        var pages = Pages().ToList();
        Assert.Contains(pages, page => page.EndsWith("ContactPage.razor", StringComparison.Ordinal));
        Assert.Empty(pages.SelectMany(page => File.ReadLines(page)
            .Select((text, at) => (Number: at + 1, Text: text))
            .Where(line => ByHand().IsMatch(line.Text))
            .Select(line => $"{Path.GetRelativePath(Web, page)}:{line.Number}: {line.Text.Trim()}")));
    }

    [Theory]
    [InlineData("<input type=\"hidden\" name=\"revision\" />", true)]
    [InlineData("<div><select id=\"to\">", true)]
    [InlineData("<textarea", true)]
    [InlineData("<label for=\"to\">", true)]
    [InlineData("<table class=\"table\">", true)]
    [InlineData("<form method=\"post\">", true)]
    [InlineData("<InputDate @bind-Value=\"Day\" />", true)]
    [InlineData("<EditForm Model=\"Form\">", true)]
    [InlineData("<TextField Label=\"Name\" />", false)]
    [InlineData("<optgroup label=\"Roles\">", false)]
    public void What_is_looked_for_is_found(string line, bool found) => Assert.Equal(found, ByHand().IsMatch(line));

    /// <summary>Two forms that a page takes itself share its refusals: what stands in the way of one would stand in the other.</summary>
    [Fact]
    public void A_page_takes_one_form_itself_and_sends_others_to_addresses_of_their_own()
    {
        // The outline hands refusals to the one sent; its others, the publication's and the invitation's, only take what was opened earlier. Of the
        // authenticator's two, one turns on and one turns off: never both.
        string[] known = ["AuthenticatorPage.razor", "InvitationPage.razor", "OutlinePage.razor", "PublicationPage.razor"];
        var several = Pages().Where(page => Taken().Count(File.ReadAllText(page)) > 1).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(known, several);
    }

    /// <summary>A word with an expression at its end is taken for an e-mail address, and whoever looks reads the code: it wants brackets.</summary>
    [Fact]
    public void No_page_shows_its_code_where_it_means_what_comes_of_it()
    {
        Assert.Matches(LikeAnAddress(), "or go back@Meanwhile(referral).");
        Assert.Empty(Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
            .Where(page => !page.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(page => File.ReadLines(page).Where(line => LikeAnAddress().IsMatch(line))));
    }

    /// <summary>Parts of a module may stand on one page, if only for a moment: whoever goes from section to section tells them apart by
    /// name.</summary>
    [Fact]
    public void Sections_of_a_modules_parts_have_names_of_their_own()
    {
        var named = Pages().Where(page => page.Contains("Parts", StringComparison.Ordinal)).SelectMany(page =>
        {
            var text = File.ReadAllText(page);
            return Labelled().Matches(text).Select(section => section.Groups[1].Value).Distinct()
                .Select(id => Regex.Match(text, $"id=\"{id}\"[^>]*>([^<@]+)<", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value.Trim())
                .Where(name => name.Length > 0)
                .Select(name => (Module: Path.GetDirectoryName(page), Name: name));
        }).ToList();
        Assert.Contains(named, section => section.Name == "Making the forecast");
        Assert.Equal(named.Distinct(), named);
    }

    private static IEnumerable<string> Pages() => Directory.EnumerateDirectories(Web)
        .Where(folder => Path.GetFileName(folder) is not ("Shared" or "node_modules" or "obj" or "bin"))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.razor", SearchOption.AllDirectories));

    [GeneratedRegex(@"<(input|select|textarea|label|table|form|EditForm|Input[A-Z]\w*)\b")]
    private static partial Regex ByHand();

    [GeneratedRegex(@"(^|[\s>])[a-z]+@[A-Z]\w*")]
    private static partial Regex LikeAnAddress();

    [GeneratedRegex("aria-labelledby=\"([\\w-]+)\"")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"<ActForm[^>]*OnSubmit=")]
    private static partial Regex Taken();
}
