using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Home;

internal sealed class HomeModule : IModule
{
    public void AddTo(IServiceCollection services) => services.Offers(typeof(WhatNeedsMe), typeof(PlacesNamed));
}
