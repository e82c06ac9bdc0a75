using System.Net;
using AngleSharp.Dom;

namespace WorkshopHub.Tests.House;

/// <summary>
/// Every form that stands on a page, by somebody who may send it, with something in one field after the other that no field takes:
/// the page comes back with a message beside that field and with what was typed, and nothing has changed.
/// </summary>
public sealed class FormTests : IAsyncLifetime
{
    private const string Mark = "zqx";

    /// <summary>Longer than any field takes.</summary>
    private static readonly string _long = string.Join(' ', Enumerable.Repeat(Mark, 6_000));

    /// <summary>Fields, by id or name, of which something else is true.</summary>
    private static readonly (string Page, string Field, string Why)[] _otherwise =
    [
        ("/programmes/{id:long}/composer", "q", "it looks for people, and finds none"),
        ("/programmes/{id:long}/paste", "List", "a list is looked at row by row first, whatever stands in it"),
        ("/w/{workshop:long}/paper", ".text", "a row asks first whose answer it is"),
        ("/w/{id:long}/control", "rename-text", "which screen is to be renamed stands in its dialog once one is chosen"),
    ];

    private readonly HashSet<string> _met = [];
    private readonly World _world = World.Plant();
    private readonly List<string> _wrong = [];
    private Site _site = null!;
    private AccessStage _stage = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        _stage = await AccessStage.SetAsync(_world, _site);
    }

    public async ValueTask DisposeAsync()
    {
        _stage.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task What_no_field_takes_is_told_beside_it_and_kept_and_changes_nothing()
    {
        var sent = new HashSet<string>();
        foreach (var page in KnownPage.All.Where(page => page is { Address: not null, LeadsOn: false }))
        {
            var address = page.Address!(_stage.Planted);
            foreach (var caller in _stage.Callers.Where(caller => caller.May(page.Who)).Reverse())
            {
                using var shown = await caller.Client.GetAsync(address, Stop);
                foreach (var form in FormOf.In(await shown.Content.ReadAsStringAsync(Stop)))
                {
                    _wrong.AddRange(form.Typed.Where(field => field.HasAttribute("aria-invalid")).Select(field => $"{address}: {field.Id} is wrong before anybody typed"));
                    foreach (var field in form.Typed.Where(field => !IsOtherwise(page, field) && sent.Add($"{address} {form.Action} {field.Id} {field.GetAttribute("name")}")))
                    {
                        foreach (var typed in Wrong(field))
                        {
                            await SendAsync(caller, address, form, field, typed);
                        }
                    }
                }
            }
        }

        Assert.Equal(_otherwise.Select(one => one.Field).Order(), _met.Order());
        Assert.True(_wrong.Count == 0, string.Join('\n', _wrong));
        Assert.True(sent.Count > 300, $"Only {sent.Count} fields were found.");
    }

    private bool IsOtherwise(KnownPage page, IElement field) => Array.Exists(
        _otherwise, one => one.Page == page.Route && (one.Field == field.Id || field.GetAttribute("name")!.EndsWith(one.Field, StringComparison.Ordinal)) && (_met.Add(one.Field) || true));

    private async Task SendAsync(Caller caller, string address, FormOf form, IElement field, string typed)
    {
        var name = field.GetAttribute("name")!;
        var before = await ChangesAsync();
        var there = new Uri(new Uri(new Uri(_site.Url), address), form.Action ?? "");
        var action = form.Action is null or "" ? address : there.PathAndQuery;
        using var answer = await caller.Client.PostAsync(action, new FormUrlEncodedContent(form.With(field, typed)), Stop);
        var html = await answer.Content.ReadAsStringAsync(Stop);
        var what = $"{caller.Name}: {address} -> {action}: {name}";
        if (answer.StatusCode != HttpStatusCode.UnprocessableEntity)
        {
            _wrong.Add($"{what} answers {(int)answer.StatusCode}");
        }
        else if (FormOf.On(html, field) is not { } shown)
        {
            _wrong.Add($"{what} is not on the page that comes back");
        }
        else
        {
            _wrong.AddRange(string.IsNullOrEmpty(shown.Says) ? [$"{what} has no message beside it"] : []);
            _wrong.AddRange(shown.Value.Trim() != typed ? [$"{what} is not kept: {shown.Value[..Math.Min(shown.Value.Length, 40)]}"] : []);
        }

        var after = await ChangesAsync();
        if (before != after)
        {
            _wrong.Add($"{what} has changed something: {string.Join(' ', after.Split('\n').Except(before.Split('\n')).Select(one => one[..Math.Min(60, one.Length)]))}");
        }
    }

    private static string[] Wrong(IElement field) => field.GetAttribute("type") switch
    {
        "number" => [Mark + "7"],
        "date" => [Mark + "-13-45", "9999-12-31"],
        "time" or "datetime-local" => [Mark + "-13-45"],
        _ => [_long],
    };

    /// <summary>All that is kept, but the count of commands and how often a sign-in went wrong.</summary>
    private Task<string> ChangesAsync() => _site.Db.ReadAsync(
        reads => string.Join('\n', reads.Query<string>(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%fts%' AND name NOT IN ('revision', 'account') ORDER BY name")
            .Select(table => table + " " + string.Join('|', reads.Query<dynamic>($"SELECT * FROM \"{table}\"").Select(row => string.Join(',', ((IDictionary<string, object>)row).Values))))), Stop);
}
