using Answerable.App.Planning;
using FsCheck;
using FsCheck.Fluent;

namespace Answerable.Tests.Planning.Sizing;

public sealed class BenchSettingTests
{
    private static Dictionary<string, string> Words(string text) =>
        text.Split('&').Select(word => word.Split('=')).ToDictionary(word => word[0], word => Uri.UnescapeDataString(word[1]));

    [Fact]
    public void A_setting_reads_back_from_its_address() =>
        Prop.ForAll(Gen.Choose(-99, 900).ToArbitrary(), Gen.Choose(0, 99).ToArbitrary(), Gen.Choose(0, 3)
            .ToArbitrary(), (demand, shrinkage, definition) =>
        {
            var words = new Dictionary<string, string>
            {
                ["demand"] = $"{demand}",
                ["shrinkage"] = $"{shrinkage}.5",
                ["definition"] = BenchSetting.Definitions[definition].Name,
                ["patience"] = demand % 2 == 0 ? "" : "90",
                ["vary"] = shrinkage % 2 == 0 ? "1" : "",
                ["day"] = "2026-10-09",
                ["staff"] = "shifts",
            };
            var setting = BenchSetting.Read(words).Value;
            return BenchSetting.Read(Words(setting.Text)).Value.Text == setting.Text;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("aht", "soon", "Handling time: \"soon\" is not a number.")]
    [InlineData("aht", "NaN", "Handling time: \"NaN\" is not a number.")]
    [InlineData("shrinkage", "100", "Shrinkage must be from 0 to 99.9 %, not 100.")]
    [InlineData("level", "100", "Service level must be from 1 to 99.9 %, not 100.")]
    [InlineData("occupancy", "3", "The occupancy cap must be from 5 to 100 %, not 3.")]
    [InlineData("aht", "0", "Handling time must be from 0.1 to 86,400 s, not 0.")]
    [InlineData("demand", "901", "Demand must be from -99 to 900 %, not 901.")]
    [InlineData("day", "9.10.2026", "Day: \"9.10.2026\" is not a date such as 2026-10-09.")]
    [InlineData("definition", "mine", "What the service level is of: \"mine\" is none of offered, answered, abandons-in, in-time-out, short-out.")]
    public void A_word_that_is_not_understood_is_refused_by_its_name(string name, string word, string sentence)
    {
        var refusal = Assert.Single(BenchSetting.Read(new Dictionary<string, string> { [name] = word }).Refusals);
        Assert.Equal((sentence, name), (refusal.Text, refusal.Field));
    }

    [Theory]
    [InlineData("demand")]
    [InlineData("aht")]
    [InlineData("shrinkage")]
    [InlineData("level")]
    [InlineData("within")]
    [InlineData("pay")]
    public void An_emptied_knob_is_asked_for_and_nothing_stands_in_for_it(string name)
    {
        var refusal = Assert.Single(BenchSetting.Read(new Dictionary<string, string> { [name] = "" }).Refusals);
        Assert.EndsWith(" is needed: write a number.", refusal.Text, StringComparison.Ordinal);
        Assert.Equal(name, refusal.Field);
    }

    [Fact]
    public void An_emptied_patience_means_that_nobody_leaves() =>
        Assert.Null(BenchSetting.Read(new Dictionary<string, string> { ["patience"] = "" }).Value.Knobs.PatienceSeconds);
}
