using Answerable.Model.Contacts;
using Answerable.Model.Procedures;

namespace Answerable.Tests.Procedures;

public sealed class ContactTypeTextTests
{
    private static readonly ContactType MissedBin = new("missed-bin", "Missed bin", Routine: true);

    [Fact]
    public void A_new_contact_type_has_no_boundaries_yet_and_comes_in_by_no_channel()
    {
        var type = new ContactType("refund", "Refund", Routine: false);
        Assert.Equal(("", "", "", "", "", 0),
            (type.StartsWhen, type.EndsWhen, type.Includes, type.Excludes, type.HandOverTo, type.Channels.Count));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("missed-bin-2", true)]
    [InlineData("a234567890123456789012345678901234567890", true)]
    [InlineData("a2345678901234567890123456789012345678901", false)]
    [InlineData("", false)]
    [InlineData("Missed-bin", false)]
    [InlineData("missed bin", false)]
    [InlineData("2bins", false)]
    [InlineData("missed--bin", false)]
    [InlineData("missed-", false)]
    [InlineData("-missed", false)]
    public void A_code_is_short_and_lower_case(string code, bool kept) => Assert.Equal(
        kept ? [] : ["contact-type.code Code: The code is short and lower case, of letters, digits and hyphens, such as missed-bin."],
        Refused(MissedBin with { Code = code }));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public void A_name_has_1_to_80_characters(int length, bool kept) => Assert.Equal(
        kept ? [] : ["contact-type.name Name: Give it a name of up to 80 characters, such as Missed bin collection."],
        Refused(MissedBin with { Name = new string('n', length) }));

    [Fact]
    public void A_boundary_holds_4000_characters_and_each_longer_one_is_refused_beside_its_field()
    {
        Assert.Empty(Refused(All(new string('b', 4_000))));
        Assert.Equal(new[] { "StartsWhen", "EndsWhen", "Includes", "Excludes", "HandOverTo" }
            .Select(field => $"contact-type.too-long {field}: This is 4001 characters long; at most 4000 can be kept."),
            Refused(All(new string('b', 4_001))));
    }

    [Fact]
    public void Words_are_kept_trimmed_with_one_kind_of_line_end_and_without_card_numbers()
    {
        var tidy = ContactTypeText.Tidy(All(" one\r\ntwo 4111 1111 1111 1111 ") with
        {
            Code = " missed-bin ",
            Name = " Missed bin ",
            Channels = [Channel.Web, Channel.Phone, Channel.Web],
        });

        Assert.Equal(All("one\ntwo 4111 11** **** 1111") with { Channels = tidy.Channels }, tidy);
        Assert.Equal([Channel.Phone, Channel.Web], tidy.Channels);
    }

    [Fact]
    public void What_differs_is_said_in_the_words_of_the_pages()
    {
        Assert.Empty(ContactTypeText.Differences(MissedBin, MissedBin with { Channels = [] }));
        Assert.Equal(["name", "routine or exception", "channels", "starts when", "ends when", "included", "excluded", "hand-over"],
            ContactTypeText.Differences(MissedBin, All("other") with { Name = "Bin missed", Routine = false, Channels = [Channel.Phone] }));
        Assert.Equal(["excluded"], ContactTypeText.Differences(MissedBin, MissedBin with { Excludes = "Fly-tipping" }));
    }

    private static ContactType All(string boundary) => MissedBin with
    { StartsWhen = boundary, EndsWhen = boundary, Includes = boundary, Excludes = boundary, HandOverTo = boundary };

    private static IEnumerable<string> Refused(ContactType type) =>
        ContactTypeText.Refusals(type).Select(refusal => $"{refusal.Code} {refusal.Field}: {refusal.Text}");
}
