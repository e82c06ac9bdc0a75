using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Workshops.Join;

/// <summary>Nobody finds a room by trying numbers, not even from many addresses at once.</summary>
public sealed class WrongCodesTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Six_hundred_wrong_codes_from_anywhere_close_the_field_for_all_but_not_the_qr()
    {
        var (world, site) = World.Start();
        await using var _ = site;
        var codes = site.Services.GetRequiredService<WrongCodes>();
        for (var i = 0; i < 599; i++)
        {
            codes.Count($"10.0.0.{i % 6}");
        }

        using var client = site.NewClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/j/{World.RoomCode}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.GetAsync("/j/000001")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync($"/j/{World.RoomCode}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/j/{world.RoomToken}")).StatusCode);
    }

    [Fact]
    public void A_hundred_from_one_address_count_for_ten_minutes_and_six_hundred_in_all_for_an_hour()
    {
        var clock = new HandClock(_start);
        var codes = new WrongCodes(clock);
        for (var i = 0; i < 599; i++)
        {
            codes.Count($"10.0.0.{i % 6}");
        }

        Assert.True(codes.MayTry("10.0.0.9"));
        Assert.True(codes.MayTry("10.0.0.5"));
        codes.Count("10.0.0.5");
        Assert.False(codes.MayTry("10.0.0.9"));
        clock.Pass(59 * 60);
        Assert.False(codes.MayTry("10.0.0.9"));
        clock.Pass(2 * 60);
        Assert.True(codes.MayTry("10.0.0.9"));
        for (var i = 0; i < 100; i++)
        {
            codes.Count("10.0.0.9");
        }

        Assert.False(codes.MayTry("10.0.0.9"));
        Assert.True(codes.MayTry("10.0.0.8"));
        clock.Pass(11 * 60);
        Assert.True(codes.MayTry("10.0.0.9"));
    }
}
