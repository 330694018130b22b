//! Groups nobody is in at once: a row names one, in all languages. Only what a
//! goal cannot change stands here; a new customer becomes an old one, and who
//! came by car may come by bus.

/// Sets of sides that exclude each other; see `lexicon` for how entries match.
pub(in crate::kpi::reading) const FACETS: &[&[&str]] = &[
    &[
        "night=, nights=, night shift, overnight=, nightly=, ночь=, ночью=, ночн*, по ночам=, 夜班, 夜间, 夜里, 深夜, 凌晨, 夜诊, 夜市, 夜场",
        "day shift, daytime=, by day=, during the day=, дневн, днем=, в дневное время=, 白班, 白天, 日班, 日间, 日场",
    ],
    &[
        "early shift, morning shift, morning peak, matinee, утренн* смен*, утренн* час*, утренник*, 早班, 早高峰, 早场",
        "late shift, evening shift, evening peak, evening performance, вечерн* смен*, вечерн* час*, вечерн* спектакл*, 晚班, 中班, 夜班, 晚高峰, 晚场",
    ],
    &[
        "weekend, saturday, sunday, public holiday, выходные=, выходных=, выходным=, суббот*, воскресн*, воскресен*, праздничн*, 周末, 双休日, 周六, 周日, 节假日, 假日",
        "weekday, monday, tuesday, wednesday, thursday, будни=, будн*, по будням=, понедельник*, вторник*, четверг*, friday, 平日, 周一, 周二, 周三, 周四, 周五, 星期一, 星期四, 周中",
    ],
    &[
        "rural=, village, villager, countryside=, country people, country district, country road, country school, country practice, country patient, farmstead, сельск*, деревен*, деревн*, села=, сел=, селах=, селе=, поселк*, хутор*, 农村, 乡村, 乡镇, 村民, 村里, 山区, 县域, 偏远",
        "urban=, town, city=, cities=, city centre, city center, downtown=, inner city, metropolitan=, городск*, горожан*, центр города=, центре города=, 城区, 城市, 市区, 城镇, 主城, 市中心",
    ],
    &[
        "small firm, business sender, business traveller, business traveler, business passenger, business guest, business user, business household, small business, small businesses=, legal entit*, small compan*, business customer, business client, businesses=, trade customer, corporate=, b2b=, companies=, firms=, enterprises=, sme=, smes=, tradespeople=, restaurateur, self employed=,
         бизнес, управляющ* компани*, предпринимател*, юрлиц*, юридическ* лиц*, корпоративн*, ип=, организаци*, 企业, 小微, 商户, 对公, 政企, 公司客户, 个体户, 机构客户",
        "private person*, holiday passenger, holidaymaker, leisure travel*, leisure guest, tourist, private individual, private sender, pensioner, student, famil*, пенсионер*, студент*, семь*, многодетн*, 老年用户, 老年客户, 学生用户, private customer, private client, private household, private people=, private borrower, consumer, individuals=, households=, household customer, b2c=,
         физлиц*, физическ* лиц*, частн* лиц*, частн* клиент*, частн* покупател*, частн* заказчик*, населени*, граждан, гражданам=, домохозяйств*, 个人, 自然人, 居民, 散户, 家庭宽带, 家庭客户, 家用客户, 家庭用户, 家庭客户",
    ],
    &[
        "head office, headquarters=, office staff=, office worker, office employee, administration staff, administrative staff, back office, central administration, white collar,
         головн* офис*, центральн* офис*, центральн* аппарат*, офисн*, штаб квартир*, управленческ* персонал*, администраци*, 总部, 机关, 行政人员, 职能部门, 办公室人员, 文职, 后勤",
        "shift worker, rotation worker, fly in fly out=, field staff=, field crew, field worker, shop floor, production worker, warehouse worker, warehouse staff=, warehouse crew, picker, packer, store staff=, shop staff=, sales floor, site crew, factory worker, assembly worker, line worker, blue collar, courier, rider, driver, cleaner,
         вахтов*, вахтовик*, полев*, цехов*, цеха=, цехах=, сборщик*, складск*, кладовщик*, комплектовщик*, курьер*, водител*, уборщи*, 一线员工, 车间, 工人, 司机, 骑手, 门店员工, 仓库员工, 轮班, 倒班, 快递员, 保洁, 拣货员, 装配",
    ],
    &[
        "inpatient, in patient, ward patient, hospitalised=, hospitalized=, стационарн*, госпитализированн*, 住院",
        "outpatient, out patient, day clinic, амбулаторн*, поликлиник*, 门诊",
    ],
    &[
        "child=, children=, kid, kids=, minor, teenager, teenage=, schoolchild*, under 18=, under 25=, under 30=, under 35=, under 40=, young people=, infant, toddler, дети=, детей=, детям=, детьми=, детск*, ребен*, подрост*, школьник*, несовершеннолет*, малыш*, 儿童, 孩子, 小孩, 青少年, 未成年, 幼儿, 少儿",
        "adult, grown up, взросл*, совершеннолет*, 成人, 成年人",
        "elderly=, pensioner, senior citizen, seniors=, older people=, old people=, over 65=, пожил*, пенсионер*, престарел*, 老人, 老年, 长者",
    ],
    &[
        "pensioner, retiree, senior citizen, пенсионер*, 退休人员, 退休老人, 老人, 长者, 老年, 老年人",
        "student, студент*, 大学生, 在校生",
        "parent, parents=, родител*, 家长, 父母",
        "employee, employees=, сотрудник*, работник*, 在职员工, 员工, 职工",
        "head teacher, headteacher, principal, principals=, директор* школ*, завуч*, 校长, 园长",
        "relative, relatives=, next of kin=, родственник*, близк* пациент*, 家属, 亲属, 老人家属, 患者家属, 病人家属",
        "unemployed=, job seeker, jobseeker, безработн*, соискател*, 失业, 求职",
    ],
    &[
        "self employed=, sole trader, freelancer, самозанят*, 个体工商户, 自由职业者",
        "legal entit*, limited compan*, юрлиц*, юридическ* лиц*, 法人单位, 有限公司",
    ],
    &[
        "women=, woman=, female=, girls=, mothers=, женщин*, женск*, девоч*, девуш*, 女性, 妇女, 女员工, 女生",
        "men=, man=, male=, boys=, fathers=, мужчин*, мужск*, мальчик*, юнош*, 男性, 男员工, 男生",
    ],
    &[
        "foreign=, abroad=, international=, overseas=, export, exports=, foreigner, иностран*, зарубеж*, международн*, экспорт*, за рубежом=, 国外, 海外, 境外, 外籍, 国际, 出口, 外国",
        "domestic=, home market=, inland=, national customer, отечествен*, внутренн* рын*, внутренн* рейс*, по россии=, российск*, 国内, 境内, 内销, 内贸",
    ],
    &[
        "local=, locals=, местн*, 本地, 本市, 当地, 本省",
        "out of town=, from elsewhere=, from other cities=, from other regions=, from afar=, non local=, visiting from=, иногородн*, приезж*, 外地, 异地, 外省, 外来",
    ],
    &[
        "part time=, part timer, temp=, temps=, temporary=, agency worker, agency staff=, casual worker, seasonal=, freelance*, subcontractor, временн* работник*, временн* сотрудник*, временн* рабоч*, сезонн* работник*, сезонн* рабоч*, сезонник*, подработ*, неполн* занятост*, совместител*, внештатн*, фрилансер*, 兼职, 临时工, 派遣, 外包员工, 零工, 小时工, 劳务工, 季节工",
        "full time=, full timer, permanent staff=, permanent employee, permanent worker, core staff=, on payroll=, salaried=, штатн*, постоянн* сотрудник*, постоянн* работник*, полн* занятост*, кадров* работник*, 全职, 正式员工, 正式工, 在编, 在册员工, 编内",
    ],
    &[
        "first year=, first years=, fresher, freshmen=, freshman=, first semester, beginner, beginners=, novice, первокурсник*, перв* курс*, начинающ*, 新生, 大一, 一年级, 初学, 零基础, 初级班",
        "final year=, final years=, graduating=, finalist, advanced learner, advanced course, advanced student, старшекурсник*, последн* курс*, выпускн* курс*, выпускн* класс*, продвинут*, 毕业班, 大四, 高年级, 高级班, 进阶",
    ],
    &[
        "undergraduate, bachelor*, бакалавр*, 本科",
        "postgraduate, graduate school, master student, doctoral=, phd=, магистр*, аспирант*, 研究生, 硕士, 博士",
    ],
    &[
        "freight=, cargo=, goods train, goods traffic, грузов*, 货运, 货车, 货物, 货机",
        "passenger, пассажир*, 客运, 旅客, 乘客, 客机, 客车",
    ],
    &[
        "summer, летн, летом=, 夏季, 夏天, 暑期, 暑假, 夏令",
        "winter, зимн*, зимой=, 冬季, 冬天, 寒假, 冬令",
        "spring=, весенн*, весной=, 春季, 春天, 春耕",
        "autumn, осенн*, осенью=, 秋季, 秋天, 秋收",
    ],
    &[
        "north=, northern=, север*, 北部, 北区, 北方, 城北, 北线",
        "south=, southern=, юг=, юге=, юга=, южн*, 南部, 南区, 南方, 城南, 南线",
    ],
    &[
        "east=, eastern=, восток=, востоке=, восточн*, 东部, 东区, 城东, 东线",
        "west=, western=, запад=, западе=, западн*, 西部, 西区, 城西, 西线",
    ],
    &[
        "used car, second hand=, pre owned=, подержан*, с пробегом=, 二手",
        "new car, brand new=, factory new=, нов* автомобил*, нов* машин*, 新车, 全新",
    ],
    &[
        "tenant, renter, арендатор*, нанимател*, квартиросъемщ*, съемщик*, 租户, 承租, 租客",
        "homeowner, property owner, owner occupier, flat owner, house owner, собственник*, домовладел*, 业主, 房东, 自住",
    ],
    &[
        "volunteer, волонтер*, добровол*, 志愿者, 义工",
        "paid staff=, employees=, employed staff=, salaried=, штатн* сотрудник*, сотрудник*, 员工, 职工",
    ],
    &[
        "motor claim, motor policy, motor policies=, motor insurance, car insurance, motor customer, каско=, осаго=, автострахов*, 车险",
        "life insurance, life policy, life policies=, life customer, страхован* жизни=, 寿险, 人寿",
        "home insurance, household insurance, household claim, property insurance, property claim, страхован* имуществ*, страхован* жиль*, 家财险, 财产险",
        "health insurance, health policy, медицинск* страхован*, дмс=, 医疗险, 健康险",
        "travel insurance, travel policy, travel policies=, travel claim, страхован* путешеств*, 旅游险, 旅行险",
    ],
    &[
        "mortgage, ипотек*, ипотечн*, 房贷, 按揭",
        "consumer loan, personal loan, instalment loan, потребительск* кредит*, потребкредит*, 消费贷",
        "car loan, car finance, автокредит*, 车贷",
        "business loan, company loan, 经营贷, 企业贷款",
    ],
    &[
        "electricity customer, power customer, power household, электроснабж*, потребител* электр*, 用电, 电力用户",
        "gas customer, gas household, газоснабж*, потребител* газа=, 燃气用户, 天然气用户",
        "water customer, water household, водоснабж*, потребител* воды=, 用水, 供水用户",
        "heat customer, heating customer, district heating, отоплени*, теплоснабж*, 供热, 供暖, 采暖",
    ],
    &[
        "first class=, business class=, premium cabin, бизнес класс*, перв* класс*, 头等舱, 商务舱, 商务座",
        "economy class=, economy cabin, second class=, эконом класс*, экономкласс*, 经济舱, 二等座",
    ],
    &[
        "small=, smaller=, small employer, small customer, small client, small farm, small supplier, small shop, small order, мелк*, небольш*, мал* бизнес*, мал* предприят*, микробизнес*, 小微企业, 小微, 小企业, 小客户, 小型, 散客, 小单, 小店",
        "large=, larger=, big=, corporations=, corporation=, large customer, large client, large farm, large supplier, large account, large order, large compan*, large firm, key account, big customer, big client, big order, крупн*, ключев* клиент*, 大客户, 大型, 集团客户, 大企业, 重点客户, 大单, 大店",
    ],
    &[
        "statutory patient, statutorily insured=, public patient, panel patient, омс=, 医保",
        "private patient, privately insured=, self paying=, self payer, платн* пациент*, платн* прием*, 自费, 商保",
    ],
    &[
        "emergency=, emergencies=, urgent=, acute=, unplanned=, a e=, экстренн*, неотложн*, аварийн*, срочн, 急诊, 急救, 紧急, 应急, 抢修",
        "planned=, elective=, scheduled=, routine=, планов*, 择期, 计划内, 例行, 常规, 计划检修",
    ],
    &[
        "new hire, new starter, newcomer, new recruit, new employee, recruit, recruits=, new colleague, нов* сотрудник*, нов* работник*, новичк*, новичок=, новичков=, стажер*, 新员工, 新入职, 新人, 新兵",
        "long serving=, experienced staff, experienced employee, veteran, old hand, опытн* сотрудник*, опытн* работник*, старожил*, со стажем=, 老员工, 资深, 骨干",
    ],
    &[
        "nurse, carer, медсестр*, сиделк*, 护士, 护理员",
        "doctor, physician, surgeon, врач*, хирург*, терапевт*, 医生, 医师",
        "teacher, lecturer, учител*, преподавател*, педагог*, 教师, 老师, 讲师",
        "bus driver, lorry driver, truck driver, tram driver, машинист*, водител*, 驾驶员, 司机",
        "cook=, cooks=, chef, kitchen staff=, повар*, 厨师, 后厨",
        "waiter, waitress*, waiting staff=, официант*, 服务员",
        "cashier, кассир*, 收银员",
        "pilot=, pilots=, пилот=, пилоты=, пилотов=, 飞行员",
        "cabin crew, flight attendant, бортпроводник*, стюард*, 空乘, 乘务员",
        "welder, сварщик*, 焊工",
        "mechanic, fitter, слесар*, механик*, 维修工, 机修",
        "electrician, электрик*, 电工",
        "picker, packer, warehouse worker, кладовщик*, комплектовщик*, 拣货员, 仓管",
        "guard, security guard, охранник*, 保安",
        "accountant, бухгалтеры=, бухгалтеров=, 会计",
        "programmer, developer, программист*, разработчик*, 程序员, 开发人员",
        "receptionist, front desk staff=, администраторы=, 前台",
        "hairdresser, stylist, парикмахер*, 发型师, 理发师",
        "firefighter, пожарн*, 消防员",
        "librarian, библиотекар*, 馆员",
    ],
    &[
        "bus=, buses=, автобус*, 公交, 巴士",
        "tram=, trams=, трамва*, 有轨电车",
        "metro=, underground=, subway=, метро=, 地铁",
        "train=, trains=, railway, поезд=, поезда=, поездов=, поездом=, поездами=, поезде=, поездах=, электричк*, 火车, 列车, 动车, 高铁",
        "flight=, flights=, aircraft=, airline, авиа*, самолет*, 航班, 飞机",
        "ferry=, ferries=, ship=, ships=, паром*, теплоход*, 轮渡, 渡轮",
        "lorry=, lorries=, truck, trucks=, грузовик*, фур=, фуры=, 卡车",
        "taxi=, taxis=, такси=, таксист*, 出租车",
    ],
    &[
        "dairy=, milk=, cheese, молоч*, молок*, 牛奶, 乳品, 奶制品",
        "meat=, sausage, мяс*, колбас*, 肉类, 猪肉, 牛肉",
        "fish=, seafood=, рыб*, 水产, 海鲜",
        "bread=, bakery=, pastries=, хлеб*, выпечк*, 面包, 烘焙, 糕点",
        "fruit=, vegetable, produce section, овощ*, фрукт*, 果蔬, 蔬菜, 水果",
    ],
    &[
        "deaf=, hard of hearing=, hearing impaired=, глух*, слабослышащ*, 听障, 聋人, 聋哑",
        "hearing pupil, hearing student, hearing people=, слышащ*, 听力正常, 健听",
    ],
    &[
        "blind=, visually impaired=, partially sighted=, слеп, слабовидящ*, незряч*, 盲人, 视障",
        "sighted=, зряч*, видящ*, 视力正常, 明眼",
    ],
    &[
        "dog=, dogs=, puppy=, puppies=, собак*, щен*, 犬只, 小狗, 狗狗",
        "cat=, cats=, kitten, кошк*, кошек=, котят*, 猫咪, 猫只",
    ],
    &[
        "cow=, cows=, cattle=, dairy herd, коров*, телят*, 奶牛, 肉牛, 牛只",
        "pig=, pigs=, piglet, sow=, sows=, свин*, порос*, 生猪, 母猪, 仔猪",
        "sheep=, lamb, goat, овц*, коз=, козы=, 绵羊, 山羊",
        "hen=, hens=, poultry=, chicken, куры=, кур=, птицефабрик*, бройлер*, 蛋鸡, 肉鸡, 家禽",
    ],
    &[
        "kindergarten, nursery=, nurseries=, preschool*, детск* сад*, детсад*, дошкольн*, 幼儿园, 学前",
        "primary school, elementary school, начальн* школ*, начальн* класс*, 小学",
        "secondary school, high school, grammar school, старшеклассник*, старш* класс*, средн* школ*, 中学, 高中, 初中",
        "university student, college student, студент*, 大学生",
    ],
    &[
        "wholesale=, wholesaler, оптов*, опт=, 批发",
        "retail=, shopper, рознич*, 零售",
    ],
];
