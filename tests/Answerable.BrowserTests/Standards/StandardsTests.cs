namespace Answerable.BrowserTests.Standards;

public sealed class StandardsTests
{
    private static readonly string Page = Repository.Path("docs/standards.md");

    [Fact]
    public async Task The_page_of_standards_says_what_the_tests_show()
    {
        if (Environment.GetEnvironmentVariable("ANSWERABLE_WRITE_DOCUMENTS") == "1")
            await File.WriteAllTextAsync(Page, StandardsDocument.Text(), TestContext.Current.CancellationToken);
        var kept = File.Exists(Page) ? await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken) : "";
        Assert.True(kept == StandardsDocument.Text(), "docs/standards.md does not say what the tests show. Write it anew: ./do documents");
    }

    [Fact]
    public void A_test_of_a_criterion_bears_its_code_and_stands_in_its_standards_folder()
    {
        var codes = Criterion.All.Select(criterion => criterion.Code).ToHashSet();
        Assert.Equal(Criterion.All.Count, codes.Count);
        Assert.All(StandardsDocument.Tests, shown =>
        {
            Assert.Contains(shown.Criterion.Code, codes);
            Assert.Equal(shown.Criterion.Code.Replace('.', '_'), shown.Test.DeclaringType!.Name);
            Assert.NotEqual("", shown.Criterion.Page);
            Assert.NotEmpty(shown.Criterion.Acts);
        });
    }

    [Fact]
    public void The_page_of_a_criterion_is_a_page_of_the_product() => Assert.All(StandardsDocument.Tests, shown =>
        Assert.Contains(Everywhere.EveryPage.All, page => page.Pattern == shown.Criterion.Page));
}
