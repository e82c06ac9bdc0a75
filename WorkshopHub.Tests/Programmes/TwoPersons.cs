namespace WorkshopHub.Tests.Programmes;

/// <summary>Alma and her supervisor Uma, signed in, in a programme in which members work on problems of their own.</summary>
public abstract class TwoPersons : IAsyncLifetime
{
    protected TwoPersons() => (World, Site) = Tests.World.Start();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected World World { get; }

    protected Site Site { get; }

    protected HttpClient Alma { get; private set; } = null!;

    protected HttpClient Uma { get; private set; } = null!;

    /// <summary>Where the form of the two stands.</summary>
    protected string Form { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Site.SetAsync("UPDATE programme SET format = 'OwnProblem'");
        (Alma, Uma) = (await Site.AsAsync(World, "Alma Tamm"), await Site.AsAsync(World, "Uma Supervisor"));
        Form = await Site.MembershipAsync(World, "Alma Tamm") + "/problem";
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Alma.Dispose();
        Uma.Dispose();
        return Site.DisposeAsync();
    }

    protected async Task<HttpResponseMessage> WriteAsync(string go, string title, string description, string goal = "Speak first", long? version = null) => await PostAsync(
        Alma, "", ("go", go), ("Own.Version", $"{version ?? await VersionAsync()}"), ("Own.Title", title), ("Own.Description", description),
        ("Own.WhyItMatters", "It costs"), ("Goal.Version", $"{await GoalAsync()}"), ("Goal.Text", goal), ("Goal.WhyNow", "Others say it for me"));

    protected async Task<HttpResponseMessage> DecideAsync(
        string sphere, string note = "", string decide = "", string spend = "", bool agrees = false, long? version = null) => await PostAsync(
        Uma, "?handler=Decide", ("Decision.Sphere", sphere), ("Decision.Note", note), ("Decision.MayDecide", decide), ("Decision.SpendLimit", spend),
        ("Decision.AgreesGoal", agrees ? "true" : "false"), ("Decision.ProblemVersion", $"{version ?? await VersionAsync()}"), ("Decision.GoalVersion", $"{await GoalAsync()}"));

    protected Task<HttpResponseMessage> PostAsync(HttpClient client, string handler, params (string Name, string Value)[] fields) =>
        client.PostFormAsync("/account", Form + handler, fields);

    protected async Task<long> VersionAsync() => await Site.OneAsync<long?>("SELECT version FROM problem") ?? 0;

    protected async Task<long> GoalAsync() => await Site.OneAsync<long?>("SELECT version FROM developmental_goal") ?? 0;

    protected Task<string?> ProblemAsync() => Site.OneAsync<string>("SELECT title || description || state || version FROM problem");
}
