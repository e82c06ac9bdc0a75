namespace WorkshopHub.Tests.Workshops;

/// <summary>The world after three people have posted: two learnings and a formula.</summary>
public abstract class SummaryRoom : IAsyncLifetime
{
    protected SummaryRoom() => (Planted, Site) = World.Start();

    protected World Planted { get; }

    protected Site Site { get; }

    public async ValueTask InitializeAsync()
    {
        await PlainPhone.OpenAsync(Planted, Site);
        using var alma = await PlainPhone.JoinAsync(Planted, Site, "Alma Tamm");
        using var dora = await PlainPhone.JoinAsync(Planted, Site, "Dora Voss");
        await alma.PostAsync("We rang the depot and it took four minutes");
        await alma.PostAsync("=HYPERLINK(\"http://evil.test\")", kind: "Learning");
        await dora.PostAsync("A trainee asked about the red handle", kind: "Learning");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Site.DisposeAsync();
    }

    protected string Summary => $"/workshops/{Planted.Workshop}/summary";

    protected static string Found(string page)
    {
        var from = page.IndexOf("Everything said aloud", StringComparison.Ordinal);
        var to = page.IndexOf("sum-part", from, StringComparison.Ordinal);
        return page[from..to];
    }

    protected Task<HttpClient> SignedInAsync(string name) => Office.SignInAsync(Site, World.Mail(name));
}
