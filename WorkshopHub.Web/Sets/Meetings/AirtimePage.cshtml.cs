using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Sets.Actions;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>
/// The airtime turn: whose it is, the quiet clock, questions as they are asked, what the presenter sees now. Afterwards the same
/// page is the record of a turn.
/// </summary>
public sealed partial class AirtimePage(Db db, Writer writer, MeetingDesk desk, Partials partials) : MeetingPage(db, writer, desk)
{
    /// <inheritdoc />
    public override MeetingStep Step => MeetingStep.Airtime;

    /// <summary>Which turn is looked at; the one that runs where nothing is said.</summary>
    [BindProperty(SupportsGet = true, Name = "slot")]
    public long? SlotId { get; set; }

    /// <summary>The question whose form is shown, or null.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Edit { get; set; }

    /// <summary>What was typed, kept when it can't be taken.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Who asked, as tapped.</summary>
    [BindProperty]
    public long? Asker { get; set; }

    /// <summary>What a turn is about, as typed.</summary>
    [BindProperty]
    public string? Issue { get; set; }

    /// <summary>What the presenter took for granted, as typed.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The turn; null where no member has one.</summary>
    public AirtimeSlot? Slot { get; private set; }

    /// <summary>Its questions as they were asked.</summary>
    public IReadOnlyList<AirtimeQuestion> Questions { get; private set; } = [];

    /// <summary>Those that were taken out.</summary>
    public IReadOnlyList<AirtimeQuestion> Out { get; private set; } = [];

    /// <summary>What the presenter has noticed.</summary>
    public IReadOnlyList<AirtimeAssumption> Assumptions { get; private set; } = [];

    /// <summary>What was agreed in it, and the form by which more is.</summary>
    public SlotAside? Actions { get; private set; }

    /// <summary>Whether the viewer is the one whose turn it is.</summary>
    public bool IsPresenter => Slot?.PresenterId == Me;

    /// <summary>Who may be tapped as the one who asks: everybody here but the presenter, in seat order, the advisor last.</summary>
    public IReadOnlyList<Attending> Askers => [.. View.Hands.Where(one => one.PersonId != Slot?.PresenterId)];

    /// <summary>The question that is written anew, or null.</summary>
    public AirtimeQuestion? Edited => HasPen ? Questions.FirstOrDefault(one => one.Id == Edit) : null;

    /// <summary>Whether lines can be written to this turn.</summary>
    public bool TakesLines => View.IsOpen && Slot is { State: not "Waiting" };

    /// <inheritdoc />
    public override bool Ticks => View.IsOpen && Slot is { MayTick: true } slot && (IsPresenter || (slot.Turned && HasPen));

    /// <summary>Shows it.</summary>
    public IActionResult OnGet() => Page();

    /// <summary>One region again.</summary>
    public IActionResult OnGetPart(string part) => part switch
    {
        "air" => Region("_AirRegion"),
        "questions" => Region("_QuestionsRegion"),
        "seen" => Region("_SeenRegion"),
        _ => NotFound(),
    };

    /// <inheritdoc />
    protected override void Fill(Reads reads)
    {
        Slot = View.Slots.FirstOrDefault(one => one.Id == (SlotId ?? Asked("slot"))) ?? View.Floor
            ?? View.Slots.LastOrDefault(one => one.State == "Done") ?? View.Next;
        if (Slot is { } slot)
        {
            Questions = AirtimeQuestion.Of(reads, slot.Id);
            Out = AirtimeQuestion.TakenOut(reads, slot.Id);
            Assumptions = AirtimeAssumption.Of(reads, slot.Id);
            Actions = SlotAside.Read(reads, Id, slot.Id, View.Home + To(slot.Id), TakesLines && MembershipId is not null && (HasPen || IsPresenter), Stamp);
        }
    }

    private long? Asked(string name) => long.TryParse(Request.Query[name], CultureInfo.InvariantCulture, out var asked) ? asked : null;

    private string To(long slot) => string.Create(CultureInfo.InvariantCulture, $"{Step.Path}?slot={slot}");
}
