using System.Net;
using WorkshopHub.Web.Sets.Holidays;

namespace WorkshopHub.Tests.Sets;

public sealed class HolidayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("england", 2026, "2026-04-03 2026-04-06 2026-12-25 2026-12-28")]
    [InlineData("estonia", 2026, "2026-02-24 2026-06-23 2026-06-24 2026-08-20")]
    [InlineData("scotland", 2026, "2026-01-02 2026-11-30")]
    public void A_countrys_public_holidays_are_known_with_their_names(string country, int year, string days)
    {
        var known = PublicHolidays.Of(country, year)!;
        Assert.Empty(days.Split(' ').Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", null)).Except(known.Select(one => one.Day)));
        Assert.All(known, one => Assert.NotEqual("", one.Name));
    }

    [Fact]
    public void Every_country_that_is_offered_can_be_asked()
    {
        Assert.All(PublicHolidays.Countries, country => Assert.True(PublicHolidays.Of(country.Key, 2027)!.Count >= 3, country.Name));
        Assert.Null(PublicHolidays.Of("atlantis", 2027));
        Assert.Equal("estonia", PublicHolidays.KeyOf(TimeZoneInfo.FindSystemTimeZoneById("Europe/Tallinn")));
    }

    [Fact]
    public async Task The_office_takes_what_it_keeps_of_a_countrys_holidays_adds_its_own_and_takes_one_off()
    {
        var (world, site) = World.Start();
        await using var started = site;
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var year = DateTimeOffset.UtcNow.Year + 1;
        var page = $"/holidays?country=england&year={year}";
        Assert.Contains("Boxing Day", await mari.GetStringAsync(page, Stop), StringComparison.Ordinal);
        Assert.Equal("", await DaysAsync());
        using var none = await mari.PostFormAsync(page, $"{page}&handler=Take");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        var christmas = PublicHolidays.Of("england", year)!.First(one => one.Day.Month == 12);
        using var taken = await mari.PostFormAsync(page, $"{page}&handler=Take", ("day", $"{christmas.Day:yyyy-MM-dd}"), ("day", "2020-01-01"));
        Assert.Equal($"{christmas.Day:yyyy-MM-dd} {christmas.Name}", await DaysAsync());
        using var wrong = await mari.PostAsync("/holidays", "", ("Date", "tomorrow"), ("Name", "Stocktaking"));
        var html = await wrong.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("This is no date", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Stocktaking\"", html, StringComparison.Ordinal);
        using var own = await mari.PostAsync("/holidays", "", ("Date", $"{year}-06-15"), ("Name", "Stocktaking"));
        using var off = await mari.PostAsync("/holidays", $"?handler=Remove&date={christmas.Day:yyyy-MM-dd}");
        Assert.Equal($"{year}-06-15 Stocktaking", await DaysAsync());

        Task<string> DaysAsync() => site.Db.ReadAsync(
            reads => string.Join(", ", reads.Query<string>("SELECT date || ' ' || name FROM holiday ORDER BY date")), Stop);
    }
}
