using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Home;

internal static class HomeModule
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services.Offers(typeof(WhatNeedsMe));
}
