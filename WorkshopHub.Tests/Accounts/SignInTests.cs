using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Accounts;

public sealed class SignInTests : IAsyncDisposable
{
    private readonly Site _site = World.Start().Site;

    private SignIns SignIns => (SignIns)_site.Services.GetService(typeof(SignIns))!;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Tries_that_come_together_are_counted_like_those_that_come_one_by_one()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => TryAsync($"guess number {n}")));
        Assert.Equal(6, tries.Count(answer => answer.Problem!.Contains("fit together", StringComparison.Ordinal)));
        Assert.Equal(14, tries.Count(answer => answer.Problem!.Contains("Wait ten minutes", StringComparison.Ordinal)));
        Assert.Null((await TryAsync(World.Password)).Person);
    }

    [Fact]
    public async Task The_lock_opens_by_itself_after_ten_minutes()
    {
        for (var wrong = 0; wrong < 6; wrong++)
        {
            await TryAsync("a wrong guess");
        }

        Assert.Null((await TryAsync(World.Password)).Person);
        var until = Utc.Parse((await _site.OneAsync<string>("SELECT max(locked_until) FROM account"))!);
        Assert.InRange(until - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(10));
        await _site.SetAsync("UPDATE account SET locked_until = @past WHERE locked_until IS NOT NULL", new { past = Utc.Text(DateTimeOffset.UtcNow - TimeSpan.FromSeconds(1)) });
        Assert.NotNull((await TryAsync(World.Password)).Person);
    }

    [Fact]
    public async Task Five_wrong_tries_and_a_right_one_leave_six_new_ones()
    {
        for (var round = 0; round < 3; round++)
        {
            for (var wrong = 0; wrong < 5; wrong++)
            {
                Assert.Null((await TryAsync("a wrong guess")).Person);
            }

            Assert.NotNull((await TryAsync(World.Password)).Person);
        }
    }

    private Task<(long? Person, string? Problem)> TryAsync(string password) =>
        SignIns.CheckAsync(World.Mail("Mari Kask"), password);
}
