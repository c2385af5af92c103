using Answerable.App.Acts;
using Answerable.Web.Privacy;
using Answerable.Web.Shared;

namespace Answerable.DatabaseTests.Web;

/// <summary>Whoever reads who looked reads where, and not by which pattern the product finds its pages.</summary>
public sealed class LookPlacesTests(OneCentre one) : IClassFixture<OneCentre>
{
    [Fact]
    public void Wherever_a_customers_data_are_seen_has_a_name_in_plain_words()
    {
        var places = EndpointPermissionTests.Routes(one.Web)
            .Where(route => route.Metadata.GetMetadata<IOpens>()?.By is { } by && Looks(by))
            .Select(route => LookWords.Place(Whereabouts.Of(route.RoutePattern.RawText!))).ToList();
        Assert.NotEmpty(places);
        Assert.All(places, place =>
        {
            Assert.NotEqual(LookWords.Elsewhere, place);
            Assert.DoesNotContain('/', place);
        });
        Assert.Equal((LookWords.Elsewhere, ""), (LookWords.Place("/of-a-later-version/…"), LookWords.Place(null)));
    }

    private static bool Looks(Type by) =>
        by.GetInterfaces().Any(known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(ILook<>));
}
