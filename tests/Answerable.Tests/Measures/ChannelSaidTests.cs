using Answerable.Analysis.Measures;
using Answerable.App.Measures;
using Answerable.Model.Journal;
using Answerable.Web.Measures;

namespace Answerable.Tests.Measures;

public sealed class ChannelSaidTests
{
    private static readonly Dictionary<Dimension, string> All = [];
    private static readonly Dictionary<Dimension, string> Phone = new() { [Dimension.Channel] = "Phone" };

    private static MeasuresExtent.Finding Of(params MeasuresExtent.Choice[] channels) => new(
        new Dictionary<FactKind, MeasuresExtent.Span>(),
        new Dictionary<Dimension, IReadOnlyList<MeasuresExtent.Choice>> { [Dimension.Channel] = channels }, OwnTeamOnly: false);

    [Fact]
    public void Two_figures_of_one_name_are_told_apart_by_their_channel()
    {
        var both = Of(new("Email", "E-mail"), new("Phone", "Phone"));
        Assert.Equal(", all channels", ChannelSaid.After("service-level-f3", All, both));
        Assert.Equal(", phone", ChannelSaid.After("service-level-f3", Phone, both));
        Assert.Equal(", e-mail", ChannelSaid.After("contacts", new Dictionary<Dimension, string> { [Dimension.Channel] = "Email" }, both));
        Assert.Equal("", ChannelSaid.After("contacts", All, both));
        Assert.Equal("", ChannelSaid.After("service-level-f3", All, Of(new MeasuresExtent.Choice("Phone", "Phone"))));
    }
}
